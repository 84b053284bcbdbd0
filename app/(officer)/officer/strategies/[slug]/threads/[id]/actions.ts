"use server";

import { notFound, redirect } from "next/navigation";
import { addNote, addTag, removeNote, removeTag } from "@/lib/answers/note.commands";
import { noteInput, noteTarget, tagInput } from "@/lib/answers/note.schema";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export async function addNoteAction(place: unknown, _state: FormState, form: FormData): Promise<FormState> {
  const { body } = parsePlace(place);
  const values = submittedValues(form);
  const parsed = noteInput.safeParse({ ...values, body });
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return runNoteCommand(place, (person, target) => addNote(person, target, parsed.data.note));
}

export async function addTagAction(place: unknown, _state: FormState, form: FormData): Promise<FormState> {
  const { body } = parsePlace(place);
  const values = submittedValues(form);
  const parsed = tagInput.safeParse({ ...values, body });
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return runNoteCommand(place, (person, target) => addTag(person, target, parsed.data.tag));
}

export async function removeNoteAction(place: unknown, id: unknown): Promise<void> {
  if (!isId(id)) notFound();
  await runNoteCommand(place, (person, target) => removeNote(person, target, id));
}

export async function removeTagAction(place: unknown, tag: unknown): Promise<void> {
  const parsed = tagInput.safeParse({ body: parsePlace(place).body, tag });
  if (!parsed.success) notFound();
  await runNoteCommand(place, (person, target) => removeTag(person, target, parsed.data.tag));
}

function parsePlace(value: unknown) {
  const place = noteTarget.safeParse(value);
  if (!place.success) notFound();
  return place.data;
}

type NoteCommand = (person: Person, target: { bodyId: string; threadId: string }) => Promise<void>;

async function runNoteCommand(place: unknown, command: NoteCommand): Promise<never> {
  const { slug, thread, body } = parsePlace(place);
  try {
    await command(await getPerson(), { bodyId: body, threadId: thread });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.officerThread(slug, thread));
}
