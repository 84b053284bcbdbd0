"use server";

import { z } from "zod";
import { Conflict } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { renewConsent, withdrawConsent } from "@/lib/people/privacy/consent.commands";
import { paths } from "@/lib/routes";

const params = z.object({ strategy: idParam });

export const withdrawConsentAction = formAction({
  params,
  run: ({ person, params }) => withdrawConsent(person, params.strategy),
  then: `${paths.myData}#agreed`,
  ignore: [Conflict], // a rep decided first: the page shows the result, and the button again
});

export const renewConsentAction = formAction({
  params,
  run: ({ person, params }) => renewConsent(person, params.strategy),
  then: `${paths.myData}#agreed`,
});
