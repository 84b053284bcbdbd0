import { z } from "zod";
import { countCharacters, hasVisibleText, unifyLineEnds } from "@/lib/characters";
import { Stance } from "@/prisma/generated/enums";

export const maxCommentLength = 5000;

/** Plain text as typed, but for line ends. Length in characters as a person counts them: code points. */
const text = z
  .string({ error: "Write your comment." })
  .transform(unifyLineEnds)
  .refine(hasVisibleText, "Write your comment.")
  .refine((value) => countCharacters(value) <= maxCommentLength, {
    error: (issue) =>
      `Your comment has ${countCharacters(String(issue.input)).toLocaleString("en-GB")} characters. It can have ${maxCommentLength.toLocaleString("en-GB")}.`,
  })
  .refine((value) => !value.includes("\0"), "Your comment contains a character we cannot save (a NUL). Type it again.")
  .refine(
    (value) => !/\p{Surrogate}/u.test(value),
    "Your comment contains a broken character. Delete it and type it again.",
  );

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "Choose from the list.");
/** An optional answer: "" means none. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullable().default(null));

/** The fields of the form that starts a thread. */
export const commentInput = z.strictObject(
  {
    text,
    stance: optional(z.enum(Stance, "Choose one of the options, or none.")),
    themes: z.array(id, "Choose from the list.").max(5, "Choose up to 5 themes.").default([]),
    district: optional(id),
    sector: optional(id),
    paragraph: optional(id),
    versionId: id,
    formId: z.string().regex(/^[A-Za-z0-9_-]{22}$/, "Open the page again and start again."),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? "There is something wrong with this form. Open the page again and start again."
        : undefined,
  },
);
export type CommentInput = z.infer<typeof commentInput>;

/** The fields of a reply: workplace and sector belong to the first comment of a thread only. */
export const replyInput = commentInput.omit({ themes: true, district: true, sector: true, paragraph: true });
export type ReplyInput = z.infer<typeof replyInput>;

/** A changed text, and the version of the comment that its author had read. */
export const revisionInput = z.object({ text, version: z.coerce.number().int().positive() });
export type RevisionInput = z.infer<typeof revisionInput>;

/** What an author may correct beside their text: where they work and what kind of work it is. "" is "not said". */
export const locationInput = z.object({ district: commentInput.shape.district, sector: commentInput.shape.sector });
export type LocationInput = z.infer<typeof locationInput>;

/** A cursor: week and id of the last comment shown. */
export const commentCursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.[A-Za-z0-9_-]{1,64}$/)
  .transform((value) => ({ week: new Date(`${value.slice(0, 10)}T00:00:00Z`), id: value.slice(11) }))
  .refine(({ week }) => !Number.isNaN(week.getTime()));
export type CommentCursor = z.infer<typeof commentCursor>;
