"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { Conflict, NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { readDocument } from "@/lib/strategies/documents/document-reader";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";
import type { ParsedDocument } from "@/lib/strategies/documents/parsed-document";
import {
  replaceDraftContent,
  saveDraftAbout,
  saveDraftSection,
  saveParagraphMatches,
} from "@/lib/strategies/drafts/draft.commands";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import {
  aboutInput,
  draftVersionInput,
  type FundingInput,
  fundingInput,
  paragraphText,
  pastedInput,
  sectionInput,
  sectionOperation,
} from "@/lib/strategies/drafts/draft.schema";

export async function saveAboutAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = submittedValues(form);
  const parsed = aboutInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return runDraftCommand(slug, values, paths.publishStrategy(slug), (person, expectedVersion) =>
    saveDraftAbout(person, slug, expectedVersion, parsed.data),
  );
}

export async function pasteDocumentAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = submittedValues(form);
  const parsed = pastedInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let document: ParsedDocument;
  try {
    document = readMarkdown(parsed.data.text);
  } catch (error) {
    return { errors: { text: userMessage(error) }, values };
  }
  return runDraftCommand(slug, values, redirectAfterImport(slug, document), (person, expectedVersion) =>
    replaceDraftContent(person, slug, expectedVersion, document),
  );
}

export async function uploadDocumentAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = submittedValues(form);
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return { errors: { file: "Choose a file." }, values };
  let read: Awaited<ReturnType<typeof readDocument>>;
  try {
    read = await readDocument(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    return { errors: { file: userMessage(error) }, values };
  }
  const { document, pictures } = read;
  const replaceContent = (person: Person, expectedVersion: number) =>
    replaceDraftContent(person, slug, expectedVersion, document, pictures);
  return runDraftCommand(slug, values, redirectAfterImport(slug, document), replaceContent, "file");
}

/** The parts that were found; before them, what could not be kept. */
const redirectAfterImport = (slug: string, { notes }: ParsedDocument) =>
  notes.length === 0
    ? `${paths.publishStrategy(slug)}#parts`
    : `${paths.draftText(slug)}?${new URLSearchParams({ note: notes.join(" ").slice(0, 500) })}`;

export async function saveSectionAction(
  slug: unknown,
  key: unknown,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  if (!isId(slug) || !isId(key)) notFound();
  const values = submittedValues(form, ["themes"]);
  const [kind, paragraphKey] = String(values.operation ?? "save").split(":");
  const toField = `to-${paragraphKey}`;
  const operation = sectionOperation.safeParse({ kind, key: paragraphKey, to: values[toField] });
  if (!operation.success) return { errors: { [toField]: "Choose where it goes." }, values };
  const parsed = sectionInput.safeParse(values);
  const errors = parsed.success ? {} : fieldErrors(parsed.error);
  const texts = new Map<string, string>();
  for (const [field, value] of Object.entries(values)) {
    const paragraph = field.startsWith("text-") ? field.slice(5) : null;
    if (!paragraph || (operation.data.kind === "remove" && operation.data.key === paragraph)) continue;
    const submittedText = paragraphText.safeParse(value);
    if (submittedText.success) texts.set(paragraph, submittedText.data);
    else errors[field] = submittedText.error.issues[0]?.message ?? "Write the paragraph.";
  }
  const fundingLines = new Map<string, FundingInput>();
  for (const field of Object.keys(values).filter((each) => each.startsWith("name-"))) {
    const paragraph = field.slice(5);
    if (operation.data.kind === "remove" && operation.data.key === paragraph) continue;
    const names = ["name", "amount", "sharing", "who", "decided", "source"];
    const fundingLine = fundingInput.safeParse(
      Object.fromEntries(names.map((name) => [name, values[`${name}-${paragraph}`]])),
    );
    if (fundingLine.success) fundingLines.set(paragraph, fundingLine.data);
    else
      for (const [name, message] of Object.entries(fieldErrors(fundingLine.error)))
        errors[`${name}-${paragraph}`] = message;
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { errors, values };
  const returnTo =
    operation.data.kind === "save" ? `${paths.publishStrategy(slug)}#parts` : paths.draftSection(slug, key);
  const edit = {
    key,
    input: parsed.data,
    text: (of: string) => texts.get(of),
    funding: (of: string) => fundingLines.get(of),
    operation: operation.data,
  };
  const at = "key" in operation.data && operation.data.kind !== "remove" ? `#paragraph-${operation.data.key}` : "";
  return runDraftCommand(slug, values, `${returnTo}${at}`, (person, expectedVersion) =>
    saveDraftSection(person, slug, expectedVersion, edit),
  );
}

export async function saveMatchesAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = submittedValues(form);
  const matches = new Map<string, string | null>();
  for (const [field, value] of Object.entries(values)) {
    if (field.startsWith("from-")) matches.set(field.slice(5), String(value) || null);
  }
  return runDraftCommand(slug, values, paths.publishStrategy(slug), (person, expectedVersion) =>
    saveParagraphMatches(person, slug, expectedVersion, matches),
  );
}

type Values = FormState["values"];

/** Runs a command on the draft that was read. When a colleague was first, what was typed comes back under the new number. */
async function runDraftCommand(
  slug: string,
  values: Values,
  redirectTo: string,
  command: (person: Person, expectedVersion: number) => Promise<void>,
  fallbackField?: string,
): Promise<FormState> {
  const expectedVersion = draftVersionInput.safeParse(values.version);
  if (!expectedVersion.success) notFound();
  const person = await getPerson();
  try {
    await command(person, expectedVersion.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? (fallbackField ?? error.field) : "form";
    const current = error instanceof Conflict ? await getDraft(person, slug) : null;
    return {
      errors: { [field]: userMessage(error) },
      values: { ...values, ...(current && { version: String(current.version) }) },
    };
  }
  redirect(redirectTo);
}
