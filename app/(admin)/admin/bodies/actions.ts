"use server";

import { addBody, addBodyKind, addStrategyKind } from "@/lib/areas/body.commands";
import { bodyInput, kindInput } from "@/lib/areas/body.schema";
import { formAction } from "@/lib/forms/form-action";
import { paths } from "@/lib/routes";

export const submitBody = formAction({
  input: bodyInput,
  run: ({ person, input }) => addBody(person, input),
  then: paths.bodies,
});

export const submitBodyKind = formAction({
  input: kindInput,
  run: ({ person, input }) => addBodyKind(person, input),
  then: paths.bodies,
});

export const submitStrategyKind = formAction({
  input: kindInput,
  run: ({ person, input }) => addStrategyKind(person, input),
  then: paths.bodies,
});
