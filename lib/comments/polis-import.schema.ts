import { z } from "zod";
import { maxCommentLength } from "@/lib/comments/comment.schema";
import type { CommentState, ReactionValue } from "@/prisma/generated/enums";

// Rows of the files of a Polis export. Columns that we do not use may be missing.

const number = (column: string) =>
  z.string(`The column “${column}” is missing.`).regex(/^\d{1,15}$/, `“${column}” is no number.`);

const states: Record<string, CommentState> = { "1": "published", "0": "held", "-1": "rejected" };
const values: Record<string, ReactionValue> = { "1": "agree", "0": "pass", "-1": "disagree" };

const timestamp = number("timestamp").transform(Number);

/** comments.csv. What the hosts accepted is published; what they did not decide on is held for a rep. */
export const polisComment = z
  .object({
    timestamp,
    "comment-id": number("comment-id"),
    "author-id": number("author-id"),
    moderated: z.enum(["-1", "0", "1"], "“moderated” is not -1, 0 or 1."),
    "comment-body": z
      .string("The column “comment-body” is missing.")
      .max(maxCommentLength, `“comment-body” is longer than ${maxCommentLength} characters.`)
      .transform((text) => text.replaceAll("\0", "").replaceAll("\r\n", "\n")),
  })
  .transform((row) => ({
    id: row["comment-id"],
    author: row["author-id"],
    at: new Date(row.timestamp),
    state: states[row.moderated] ?? "held",
    text: row["comment-body"],
  }));
export type PolisComment = z.infer<typeof polisComment>;

/** votes.csv. In these files +1 is agree. */
export const polisVote = z
  .object({
    timestamp,
    "comment-id": number("comment-id"),
    "voter-id": number("voter-id"),
    vote: z.enum(["-1", "0", "1"], "“vote” is not -1, 0 or 1."),
  })
  .transform((row) => ({
    comment: row["comment-id"],
    voter: row["voter-id"],
    at: row.timestamp,
    value: values[row.vote] ?? "pass",
  }));
export type PolisVote = z.infer<typeof polisVote>;
