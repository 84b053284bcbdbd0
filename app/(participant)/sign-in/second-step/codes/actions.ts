"use server";

import { requireStaff } from "@/lib/auth/require-person";
import { makeRecoveryCodes } from "@/lib/auth/second-factors/recovery-code.commands";
import { formAction, stay } from "@/lib/forms/form-action";
import { groupCharacters } from "@/lib/security/base32";

/** Replaces the recovery codes. They are shown only in the answer to this action. */
export const makeCodes = formAction({
  who: requireStaff,
  run: async ({ person }) => {
    const codes = await makeRecoveryCodes(person);
    return stay({ result: { codes: codes.map((code) => groupCharacters(code, 5)) } });
  },
});
