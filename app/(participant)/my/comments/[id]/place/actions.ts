"use server";

import { z } from "zod";
import { locationInput } from "@/lib/comments/comment.schema";
import { correctLocation } from "@/lib/comments/location.commands";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

export const sendLocation = formAction({
  params: z.object({ id: idParam }),
  input: locationInput,
  run: ({ person, params, input }) => correctLocation(person, params.id, input),
  then: paths.myData,
});
