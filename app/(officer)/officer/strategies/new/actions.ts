"use server";

import { formAction } from "@/lib/forms/form-action";
import { paths } from "@/lib/routes";
import { createStrategy } from "@/lib/strategies/creation.commands";
import { createStrategyInput } from "@/lib/strategies/creation.schema";

export const createStrategyAction = formAction({
  input: createStrategyInput,
  run: ({ person, input }) => createStrategy(person, input),
  then: ({ result: id }) => paths.publishStrategy(id),
});
