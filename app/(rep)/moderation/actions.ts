"use server";

import { z } from "zod";
import { NotFound } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { deleteQueueView, saveQueueView } from "@/lib/moderation/queue/queue-view.commands";
import { queueViewInput } from "@/lib/moderation/queue/queue-view.schema";
import { paths } from "@/lib/routes";

export const submitView = formAction({
  input: queueViewInput,
  run: ({ person, input }) => saveQueueView(person, input),
  then: ({ input }) => `${paths.moderation}?${input.query}`,
});

export const removeView = formAction({
  params: z.strictObject({ id: idParam }),
  run: ({ person, params }) => deleteQueueView(person, params.id),
  ignore: [NotFound], // it is gone already
  then: paths.moderation,
});
