import { z } from "zod";

const count = z.int().min(0);
const reactions = { agrees: count, disagrees: count, passes: count };

/** by: all, foundation, theme or section; key: its id, or "". */
const group = z.object({ by: z.enum(["all", "foundation", "theme", "section"]), key: z.string(), ...reactions });
const commentRating = z.object({ comment: z.string(), ...reactions });
const rankedLists = { supported: z.array(commentRating), disputed: z.array(commentRating) };
/** One of lib/areas/subject.rules.ts: comments with any of its themes, each once however many of them it has. */
const subject = z.object({ subject: z.string(), comments: count, threads: count, ...reactions, ...rankedLists });

/**
 * How people reacted to what was said: in all, by foundation, theme and section, what most agree with and what splits
 * them most evenly; and the same for each subject. What was counted before there were subjects has none.
 */
export const countsPart = z.object({ groups: z.array(group), ...rankedLists, subjects: z.array(subject).default([]) });
export type CountsPart = z.infer<typeof countsPart>;
export type CommentRating = z.infer<typeof commentRating>;

/** Fewer reactions than these say nothing about how a comment is received. */
export const minReactions = 5;
