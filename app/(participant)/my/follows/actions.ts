"use server";

import { RuleViolation } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { createFollow, deleteFollow } from "@/lib/notifications/follow.commands";
import { followInput } from "@/lib/notifications/follow.schema";
import { paths } from "@/lib/routes";

// somebody who has been signed out meanwhile is told on the page what to do
const ignore = [RuleViolation];

export const startFollowing = formAction({
  params: followInput,
  run: ({ person, params }) => createFollow(person, params),
  then: paths.follows,
  ignore,
});

export const stopFollowing = formAction({
  params: followInput,
  run: ({ person, params }) => deleteFollow(person, params),
  then: paths.follows,
  ignore,
});
