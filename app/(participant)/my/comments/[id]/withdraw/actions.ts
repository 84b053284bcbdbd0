"use server";

import { z } from "zod";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

export const withdrawCommentAction = formAction({
  params: z.object({ id: idParam }),
  run: ({ person, params }) => withdrawComment(person, params.id),
  then: paths.my,
});
