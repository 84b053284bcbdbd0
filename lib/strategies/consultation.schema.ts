import { z } from "zod";
import { needed, neededDay } from "@/lib/strategies/drafts/draft.schema";

export const extendInput = z.object({
  closesOn: neededDay("Say on which day it closes now."),
  reason: needed(500, "Say why. Everybody can read it."),
  /** The closing day that was on the page, as a field has it. */
  seen: z.string().max(10),
});
export type ExtendInput = z.infer<typeof extendInput>;
