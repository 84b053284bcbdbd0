"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";
import { recordMeetingEntry } from "@/lib/unions/meetings/meeting-entry.commands";
import { closeMeetingRecord } from "@/lib/unions/meetings/meeting-record.commands";
import { meetingEntryInput } from "@/lib/unions/meetings/meeting-record.schema";

const params = z.object({ id: idParam });

/** Records one comment, and opens the form for the next with the same section and district chosen. */
export const recordEntryAction = formAction({
  params,
  input: meetingEntryInput,
  run: ({ person, params, input }) => recordMeetingEntry(person, params.id, input),
  then: ({ params, input: { section, district }, result }) => {
    const query = { last: String(result.number), section: String(section), district: district ?? "" };
    return `${paths.meeting(params.id)}?${new URLSearchParams(query)}`;
  },
});

export const closeRecordAction = formAction({
  params,
  run: ({ person, params }) => closeMeetingRecord(person, params.id),
  then: ({ params }) => paths.meeting(params.id),
});
