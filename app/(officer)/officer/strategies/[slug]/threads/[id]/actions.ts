"use server";

import { notFound, redirect } from "next/navigation";
import { addNote, addTag, removeNote, removeTag } from "@/lib/answers/notes/commands";
import { noteInput, tagInput } from "@/lib/answers/notes/schema";
import { NotFound } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

type Place = { slug: string; thread: string; body: string };

export async function keepNote(place: Place, _before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = noteInput.safeParse({ ...values, body: place.body });
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return done(place, async () => addNote(await getPerson(), at(place), parsed.data.note));
}

export async function keepTag(place: Place, _before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = tagInput.safeParse({ ...values, body: place.body });
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return done(place, async () => addTag(await getPerson(), at(place), parsed.data.tag));
}

export async function dropNote(place: Place, id: string): Promise<void> {
  if (!isId(id)) notFound();
  await done(place, async () => removeNote(await getPerson(), at(place), String(id)));
}

export async function dropTag(place: Place, tag: string): Promise<void> {
  await done(place, async () => removeTag(await getPerson(), at(place), String(tag)));
}

// what was bound to a form comes back from the browser
const at = ({ body, thread }: Place) => ({ bodyId: String(body), threadId: String(thread) });

async function done({ slug, thread }: Place, deed: () => Promise<void>): Promise<never> {
  try {
    await deed();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.officerThread(slug, thread));
}
