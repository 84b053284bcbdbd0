import { z } from "zod";
import { chosenId, requiredText } from "@/lib/forms/fields.schema";

export const createStrategyInput = z.object({
  body: chosenId("Choose who leads it."),
  kind: chosenId("Choose what kind of strategy it is."),
  areaName: requiredText(100, "Say which area it is for, such as “Kent and Medway”.").refine(
    (name) => /\p{L}/u.test(name),
    "Write the name of an area.",
  ),
});
export type CreateStrategyInput = z.infer<typeof createStrategyInput>;
