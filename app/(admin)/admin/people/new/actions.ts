"use server";

import { formAction } from "@/lib/forms/form-action";
import { grantRole } from "@/lib/people/grant.commands";
import { grantInput } from "@/lib/people/grant.schema";
import { paths } from "@/lib/routes";

export const submitRole = formAction({
  input: grantInput,
  run: ({ person, input }) => grantRole(person, input),
  then: paths.people,
});
