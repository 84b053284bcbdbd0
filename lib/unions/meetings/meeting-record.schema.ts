import { z } from "zod";
import { commentInput } from "@/lib/comments/comment.schema";
import { requiredText } from "@/lib/forms/fields.schema";

/** A new record. Only the person who records sees its name. */
export const meetingRecordInput = z.object({
  strategy: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "Choose a strategy."),
  name: requiredText(100, "Give it a name you will recognise."),
  agreed: z.literal("yes", "You can only record comments that people agreed to have published."),
});
export type MeetingRecordInput = z.infer<typeof meetingRecordInput>;

/** One comment of a meeting: a comment's own fields, and the number of its section. */
export const meetingEntryInput = commentInput
  .pick({ text: true, stance: true, district: true, formId: true })
  .extend({ section: z.coerce.number("Choose a section.").int().min(1, "Choose a section.").max(1000) });
export type MeetingEntryInput = z.infer<typeof meetingEntryInput>;
