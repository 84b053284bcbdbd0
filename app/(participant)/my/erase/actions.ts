"use server";

import { clearBrowser } from "@/lib/auth/current-session";
import { discardAllInterruptedForms } from "@/lib/forms/current-interrupted-forms";
import { formAction } from "@/lib/forms/form-action";
import { isSignedIn } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { paths } from "@/lib/routes";

/** Erases the person and signs the browser out. A second press finds nobody to erase. */
export const erasePersonAction = formAction({
  run: async ({ person }) => {
    if (isSignedIn(person)) await erasePerson(person);
    await discardAllInterruptedForms();
    await clearBrowser();
  },
  then: paths.erased,
});
