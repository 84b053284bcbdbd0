"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { chooseMode } from "@/lib/moderation/modes/mode.commands";
import { modeInput } from "@/lib/moderation/modes/mode.schema";
import { paths } from "@/lib/routes";

export const chooseModeAction = formAction({
  params: z.object({ slug: idParam }),
  input: modeInput,
  run: ({ person, params, input }) => chooseMode(person, params.slug, input.mode),
  then: paths.moderationModes,
});
