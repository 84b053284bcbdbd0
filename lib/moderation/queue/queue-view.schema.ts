import { z } from "zod";
import { requiredText } from "@/lib/forms/fields.schema";
import { parseQueueQuery, queueQuery } from "@/lib/moderation/queue/queue-filter.schema";

/** A view of the queue to be saved. The text of a search is left out: it may name somebody. */
export const queueViewInput = z.strictObject({
  name: requiredText(60, "Give this view a name."),
  query: z
    .string()
    .max(1000)
    .transform((query) => queueQuery({ ...parseQueueQuery(query), q: undefined })),
});
export type QueueViewInput = z.infer<typeof queueViewInput>;
