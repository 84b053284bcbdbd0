import { z } from "zod";
import { requiredText } from "@/lib/strategies/drafts/draft.schema";

const optionId = (message: string) => z.string({ error: message }).regex(/^[a-z0-9-]{1,80}$/, message);

export const createStrategyInput = z.object({
  body: optionId("Choose who leads it."),
  kind: optionId("Choose what kind of strategy it is."),
  areaName: requiredText(100, "Say which area it is for, such as “Kent and Medway”.").refine(
    (name) => /\p{L}/u.test(name),
    "Write the name of an area.",
  ),
});
export type CreateStrategyInput = z.infer<typeof createStrategyInput>;
