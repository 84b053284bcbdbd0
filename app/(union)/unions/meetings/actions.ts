"use server";

import { NotFound } from "@/lib/errors";
import { formAction, invalid } from "@/lib/forms/form-action";
import { paths } from "@/lib/routes";
import { startMeetingRecord } from "@/lib/unions/meetings/meeting-record.commands";
import { meetingRecordInput } from "@/lib/unions/meetings/meeting-record.schema";

export const startRecordAction = formAction({
  input: meetingRecordInput,
  run: async ({ person, input }) => {
    try {
      return await startMeetingRecord(person, input);
    } catch (error) {
      if (error instanceof NotFound)
        return invalid({ strategy: "You are not a rep for this strategy. Choose another one." });
      throw error;
    }
  },
  then: ({ result }) => paths.meeting(result.id),
});
