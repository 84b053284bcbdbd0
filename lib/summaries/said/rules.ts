import { z } from "zod";

const count = z.int().min(0);
const reactions = { agrees: count, disagrees: count, passes: count };

/** by: all, foundation, theme or section; key: its id, or "". */
const group = z.object({ by: z.enum(["all", "foundation", "theme", "section"]), key: z.string(), ...reactions });
const rated = z.object({ comment: z.string(), ...reactions });

/** How people reacted to what was said: in all, by subject, what most agree with and what splits them most evenly. */
export const saidPart = z.object({ groups: z.array(group), supported: z.array(rated), disputed: z.array(rated) });
export type SaidPart = z.infer<typeof saidPart>;
export type RatedComment = z.infer<typeof rated>;

/** Fewer reactions than these say nothing about how a comment is received. */
export const fewestReactions = 5;
