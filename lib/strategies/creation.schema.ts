import { z } from "zod";
import { needed } from "@/lib/strategies/drafts/draft.schema";

const listId = (missing: string) => z.string({ error: missing }).regex(/^[a-z0-9-]{1,80}$/, missing);

export const createInput = z.object({
  body: listId("Choose who leads it."),
  kind: listId("Choose what kind of strategy it is."),
  areaName: needed(100, "Say which area it is for, such as “Kent and Medway”.").refine(
    (name) => /\p{L}/u.test(name),
    "Write the name of an area.",
  ),
});
export type CreateInput = z.infer<typeof createInput>;
