"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { answerComplaint } from "@/lib/people/complaints/complaint.commands";
import { complaintAnswerInput } from "@/lib/people/complaints/complaint.schema";
import { paths } from "@/lib/routes";

export const sendAnswer = formAction({
  params: z.object({ id: idParam }),
  input: complaintAnswerInput,
  run: ({ person, params, input }) => answerComplaint(person, params.id, input),
  then: ({ params }) => paths.adminComplaint(params.id),
});
