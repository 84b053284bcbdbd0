"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { endGrant } from "@/lib/people/grant.commands";
import { paths } from "@/lib/routes";

/** Ends a role and signs the person out everywhere. */
export const endRole = formAction({
  params: z.object({ id: idParam }),
  run: ({ person, params }) => endGrant(person, params.id),
  then: ({ params }) => paths.endRole(params.id),
});
