import { z } from "zod";

const count = z.int().min(0);
const reactions = { agrees: count, disagrees: count, passes: count };

/** `key`: the id of the foundation, theme or section; "" for all. */
const group = z.object({ by: z.enum(["all", "foundation", "theme", "section"]), key: z.string(), ...reactions });
const commentRating = z.object({ comment: z.string(), ...reactions });
const rankedLists = { supported: z.array(commentRating), disputed: z.array(commentRating) };
/** One of lib/areas/subject.rules.ts. A comment with several of its themes counts once. */
const subject = z.object({ subject: z.string(), comments: count, threads: count, ...reactions, ...rankedLists });

/** New threads under a theme in a week (its Monday, YYYY-MM-DD). */
const themeWeek = z.object({ theme: z.string(), week: z.iso.date(), threads: count });

/**
 * Reactions to the published comments of a scope: in all, by foundation, theme and section; the
 * comments that most people agree with and those that split them most evenly; and the same for each subject;
 * and the threads that were new on each theme, week by week.
 */
export const countsPart = z.object({
  groups: z.array(group),
  ...rankedLists,
  subjects: z.array(subject).default([]),
  themeWeeks: z.array(themeWeek).default([]),
});
export type CountsPart = z.infer<typeof countsPart>;
export type CommentRating = z.infer<typeof commentRating>;
