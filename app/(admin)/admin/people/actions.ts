"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { endSessionsOf } from "@/lib/people/grant.commands";
import { paths } from "@/lib/routes";

/** Signs somebody with a role out of every browser. */
export const endSessions = formAction({
  params: z.object({ id: idParam }),
  run: ({ person, params }) => endSessionsOf(person, params.id),
  then: paths.people,
});
