import { z } from "zod";
import { noteText } from "@/lib/moderation/decisions/decision.schema";

/** To whom a case is passed: "rep:ID", "union:ID", "area:ID", or "recuse" for standing back from it. */
export const reassignmentInput = z.strictObject({
  to: z
    .string("Choose whom to pass it to.")
    .regex(/^(recuse|(rep|union|area):[A-Za-z0-9_-]{1,64})$/, "Choose whom to pass it to.")
    .transform((value) => {
      const [kind = "", id = ""] = value.split(":");
      return { kind: kind as "recuse" | "rep" | "union" | "area", id };
    }),
  reason: noteText(300),
});
export type ReassignmentInput = z.infer<typeof reassignmentInput>;
