"use server";

import { endSession } from "@/lib/auth/current-session";
import { formAction } from "@/lib/forms/form-action";
import { isSignedIn } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { paths } from "@/lib/routes";

/** Erases the person and signs the browser out. Pressed twice, the second time there is nobody left to erase. */
export const erasePersonAction = formAction({
  run: async ({ person }) => {
    if (isSignedIn(person)) await erasePerson(person);
    await endSession();
  },
  then: paths.erased,
});
