import { z } from "zod";
import { noteText } from "@/lib/moderation/decisions/decision.schema";

/** The new assignee of a case: "rep:ID", "union:ID" or "area:ID"; or "recuse". */
export const reassignmentInput = z.strictObject({
  to: z
    .string("Choose who to pass it to.")
    .regex(/^(recuse|(rep|union|area):[A-Za-z0-9_-]{1,64})$/, "Choose who to pass it to.")
    .transform((value) => {
      const [kind = "", id = ""] = value.split(":");
      return { kind: kind as "recuse" | "rep" | "union" | "area", id };
    }),
  reason: noteText(300),
});
export type ReassignmentInput = z.infer<typeof reassignmentInput>;
