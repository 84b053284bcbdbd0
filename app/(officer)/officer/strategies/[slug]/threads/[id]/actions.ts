"use server";

import { notFound, redirect } from "next/navigation";
import { addNote, addTag, removeNote, removeTag } from "@/lib/answers/note.commands";
import { noteInput, notePlace, tagInput } from "@/lib/answers/note.schema";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export async function keepNote(place: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const { body } = placeOf(place);
  const values = typedValues(form);
  const parsed = noteInput.safeParse({ ...values, body });
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return done(place, (person, at) => addNote(person, at, parsed.data.note));
}

export async function keepTag(place: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const { body } = placeOf(place);
  const values = typedValues(form);
  const parsed = tagInput.safeParse({ ...values, body });
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return done(place, (person, at) => addTag(person, at, parsed.data.tag));
}

export async function dropNote(place: unknown, id: unknown): Promise<void> {
  if (!isId(id)) notFound();
  await done(place, (person, at) => removeNote(person, at, id));
}

export async function dropTag(place: unknown, tag: unknown): Promise<void> {
  const parsed = tagInput.safeParse({ body: placeOf(place).body, tag });
  if (!parsed.success) notFound();
  await done(place, (person, at) => removeTag(person, at, parsed.data.tag));
}

function placeOf(given: unknown) {
  const place = notePlace.safeParse(given);
  if (!place.success) notFound();
  return place.data;
}

type Deed = (person: Person, at: { bodyId: string; threadId: string }) => Promise<void>;

async function done(place: unknown, deed: Deed): Promise<never> {
  const { slug, thread, body } = placeOf(place);
  try {
    await deed(await getPerson(), { bodyId: body, threadId: thread });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.officerThread(slug, thread));
}
