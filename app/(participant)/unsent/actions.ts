"use server";

import { discardAllInterruptedForms } from "@/lib/forms/current-interrupted-forms";
import { formAction } from "@/lib/forms/form-action";
import { paths } from "@/lib/routes";

export const discardUnsentAction = formAction({
  run: () => discardAllInterruptedForms(),
  then: paths.unsent,
});
