"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { Conflict, NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { readDocument } from "@/lib/strategies/documents/document-reader";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";
import type { Found } from "@/lib/strategies/documents/parsed-document";
import { putWords, saveAbout, saveMatch, saveSection } from "@/lib/strategies/drafts/draft.commands";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import {
  aboutInput,
  type FundingInput,
  fundingInput,
  paragraphText,
  pastedInput,
  sectionDeed,
  sectionInput,
  seenVersion,
} from "@/lib/strategies/drafts/draft.schema";

export async function sayAbout(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = typedValues(form);
  const parsed = aboutInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return step(slug, values, paths.publish(slug), (person, seen) => saveAbout(person, slug, seen, parsed.data));
}

export async function paste(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = typedValues(form);
  const parsed = pastedInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let found: Found;
  try {
    found = readMarkdown(parsed.data.text);
  } catch (error) {
    return { errors: { text: shownMessage(error) }, values };
  }
  return step(slug, values, whereAfter(slug, found), (person, seen) => putWords(person, slug, seen, found));
}

export async function upload(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = typedValues(form);
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return { errors: { file: "Choose a file." }, values };
  let read: Awaited<ReturnType<typeof readDocument>>;
  try {
    read = await readDocument(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    return { errors: { file: shownMessage(error) }, values };
  }
  const { found, pictures } = read;
  const put = (person: Person, seen: number) => putWords(person, slug, seen, found, pictures);
  return step(slug, values, whereAfter(slug, found), put, "file");
}

/** The parts that were found; before them, what could not be kept. */
const whereAfter = (slug: string, { notes }: Found) =>
  notes.length === 0
    ? `${paths.publish(slug)}#parts`
    : `${paths.draftWords(slug)}?${new URLSearchParams({ note: notes.join(" ").slice(0, 500) })}`;

export async function writeSection(
  slug: unknown,
  key: unknown,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  if (!isId(slug) || !isId(key)) notFound();
  const values = typedValues(form, ["themes"]);
  const [name, of] = String(values.deed ?? "save").split(":");
  const deed = sectionDeed.safeParse({ deed: name, key: of, to: values[`to-${of}`] });
  if (!deed.success) return { errors: { [`to-${of}`]: "Choose where it goes." }, values };
  const parsed = sectionInput.safeParse(values);
  const errors = parsed.success ? {} : fieldErrors(parsed.error);
  const texts = new Map<string, string>();
  for (const [field, value] of Object.entries(values)) {
    const paragraph = field.startsWith("text-") ? field.slice(5) : null;
    if (!paragraph || (deed.data.deed === "remove" && deed.data.key === paragraph)) continue;
    const typed = paragraphText.safeParse(value);
    if (typed.success) texts.set(paragraph, typed.data);
    else errors[field] = typed.error.issues[0]?.message ?? "Write the paragraph.";
  }
  const lines = new Map<string, FundingInput>();
  for (const field of Object.keys(values).filter((each) => each.startsWith("name-"))) {
    const paragraph = field.slice(5);
    if (deed.data.deed === "remove" && deed.data.key === paragraph) continue;
    const facts = ["name", "amount", "sharing", "who", "decided", "source"];
    const line = fundingInput.safeParse(
      Object.fromEntries(facts.map((fact) => [fact, values[`${fact}-${paragraph}`]])),
    );
    if (line.success) lines.set(paragraph, line.data);
    else for (const [fact, said] of Object.entries(fieldErrors(line.error))) errors[`${fact}-${paragraph}`] = said;
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { errors, values };
  const there = deed.data.deed === "save" ? `${paths.publish(slug)}#parts` : paths.draftSection(slug, key);
  const said = {
    key,
    input: parsed.data,
    text: (of: string) => texts.get(of),
    funding: (of: string) => lines.get(of),
    deed: deed.data,
  };
  const at = "key" in deed.data && deed.data.deed !== "remove" ? `#paragraph-${deed.data.key}` : "";
  return step(slug, values, `${there}${at}`, (person, seen) => saveSection(person, slug, seen, said));
}

export async function match(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = typedValues(form);
  const chosen = new Map<string, string | null>();
  for (const [field, value] of Object.entries(values)) {
    if (field.startsWith("from-")) chosen.set(field.slice(5), String(value) || null);
  }
  return step(slug, values, paths.publish(slug), (person, seen) => saveMatch(person, slug, seen, chosen));
}

type Values = FormState["values"];

/** Does a deed on the draft that was read. When a colleague was first, what was typed comes back under the new number. */
async function step(
  slug: string,
  values: Values,
  then: string,
  deed: (person: Person, seen: number) => Promise<void>,
  ownField?: string,
): Promise<FormState> {
  const seen = seenVersion.safeParse(values.version);
  if (!seen.success) notFound();
  const person = await getPerson();
  try {
    await deed(person, seen.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? (ownField ?? error.field) : "form";
    const now = error instanceof Conflict ? await getDraft(person, slug) : null;
    return {
      errors: { [field]: shownMessage(error) },
      values: { ...values, ...(now && { version: String(now.version) }) },
    };
  }
  redirect(then);
}
