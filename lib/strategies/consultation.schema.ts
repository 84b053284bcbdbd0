import { z } from "zod";
import { requiredDay, requiredText } from "@/lib/forms/fields.schema";

export const extendStrategyInput = z.object({
  closesOn: requiredDay("Enter the new closing date."),
  reason: requiredText(500, "Give a reason. Everyone can read it."),
  /** The closing day that the page showed, as YYYY-MM-DD, or "". */
  expectedClosesOn: z.string().max(10),
});
export type ExtendStrategyInput = z.infer<typeof extendStrategyInput>;
