"use server";

import type { z } from "zod";
import { addNote, addTag, removeNote, removeTag } from "@/lib/answers/note.commands";
import { noteInput, noteTarget, tagInput } from "@/lib/answers/note.schema";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

type Params = z.infer<typeof noteTarget>;
const toTarget = ({ body, thread }: Params) => ({ bodyId: body, threadId: thread });
const threadPath = ({ params: { slug, thread } }: { params: Params }) => paths.officerThread(slug, thread);

export const addNoteAction = formAction({
  params: noteTarget,
  input: noteInput,
  run: ({ person, params, input }) => addNote(person, toTarget(params), input.note),
  then: threadPath,
});

export const addTagAction = formAction({
  params: noteTarget,
  input: tagInput,
  run: ({ person, params, input }) => addTag(person, toTarget(params), input.tag),
  then: threadPath,
});

export const removeNoteAction = formAction({
  params: noteTarget.extend({ note: idParam }),
  run: ({ person, params }) => removeNote(person, toTarget(params), params.note),
  then: threadPath,
});

export const removeTagAction = formAction({
  params: noteTarget.extend(tagInput.shape),
  run: ({ person, params }) => removeTag(person, toTarget(params), params.tag),
  then: threadPath,
});
