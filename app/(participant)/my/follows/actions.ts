"use server";

import { z } from "zod";
import { RuleViolation } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { idParam, ordinalParam } from "@/lib/forms/params.schema";
import { createFollow, deleteFollow } from "@/lib/notifications/follow.commands";
import { paths } from "@/lib/routes";

const params = z.object({ strategy: idParam, section: ordinalParam.nullable() });
// the page explains what to do to somebody who has been signed out meanwhile
const ignore = [RuleViolation];

export const startFollowing = formAction({
  params,
  run: ({ person, params }) => createFollow(person, params),
  then: paths.follows,
  ignore,
});

export const stopFollowing = formAction({
  params,
  run: ({ person, params }) => deleteFollow(person, params),
  then: paths.follows,
  ignore,
});
