"use server";

import { z } from "zod";
import { Conflict, NotFound } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { idParam, versionParam } from "@/lib/forms/params.schema";
import { saveConflict } from "@/lib/forms/save-conflict";
import { paths } from "@/lib/routes";
import { deleteBriefing, saveBriefing } from "@/lib/summaries/briefings/briefing.commands";
import { getBriefing } from "@/lib/summaries/briefings/briefing.queries";
import { briefingText } from "@/lib/summaries/briefings/briefing.rules";
import { briefingInput } from "@/lib/summaries/briefings/briefing.schema";

const params = z.object({ id: idParam });

/** The version is a field here: text that comes back after an interruption is still over the briefing that it was typed over. */
export const saveBriefingAction = formAction({
  params,
  input: briefingInput,
  run: async ({ person, params: { id }, input, values }) => {
    const version = z.coerce.number().pipe(versionParam).safeParse(values.version);
    if (!version.success) throw new NotFound();
    try {
      await saveBriefing(person, id, version.data, input);
    } catch (error) {
      const current = error instanceof Conflict ? await getBriefing(person, id) : null;
      if (!current) throw error;
      const text = briefingText(current.title, current.parts, current.remarks);
      return saveConflict(
        "this briefing",
        { by: current.editedBy, current: text, version: current.version },
        briefingText(input.title, input.parts, input.remarks),
      );
    }
  },
  then: ({ params }) => paths.briefing(params.id),
});

export const deleteBriefingAction = formAction({
  params,
  run: ({ person, params: { id } }) => deleteBriefing(person, id),
  then: () => paths.briefings,
});
