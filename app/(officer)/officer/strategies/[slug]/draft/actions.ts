"use server";

import { z } from "zod";
import {
  aboutText,
  documentText,
  sectionText,
  submittedSectionText,
} from "@/app/(officer)/officer/strategies/[slug]/draft/draft-text";
import { parseSectionForm } from "@/app/(officer)/officer/strategies/[slug]/draft/section-input";
import { Conflict, NotFound } from "@/lib/errors";
import { type FormReply, formAction, type Parsed } from "@/lib/forms/form-action";
import { submittedFile, submittedValues } from "@/lib/forms/form-data";
import type { FormValues } from "@/lib/forms/form-state";
import { idParam } from "@/lib/forms/params.schema";
import { saveConflict } from "@/lib/forms/save-conflict";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import {
  cancelDocumentImport,
  confirmDocumentImport,
  type ImportSource,
  importDocument,
} from "@/lib/strategies/drafts/document-import.commands";
import { saveDraftAbout, saveDraftSection, saveParagraphMatches } from "@/lib/strategies/drafts/draft.commands";
import { type DraftView, getDraft } from "@/lib/strategies/drafts/draft.queries";
import { aboutInput, draftVersionInput, pastedInput } from "@/lib/strategies/drafts/draft.schema";

const params = z.object({ slug: idParam });

export const saveAboutAction = formAction({
  params,
  input: aboutInput,
  run: (context) =>
    saveDraft(context, (version) => saveDraftAbout(context.person, context.params.slug, version, context.input), {
      what: "this page",
      currentText: ({ about }) => aboutText(about),
      submittedText: aboutText(context.values),
    }),
  then: ({ params }) => paths.publishStrategy(params.slug),
});

export const pasteDocumentAction = formAction({
  params,
  input: pastedInput,
  run: (context) => importInto(context, { kind: "markdown", bytes: new TextEncoder().encode(context.input.text) }),
  then: ({ params, result }) => pathAfterImport(params.slug, result),
});

export const uploadDocumentAction = formAction({
  params,
  input: (form): Parsed<File> => {
    const file = submittedFile(form, "file");
    return file ? { input: file } : { errors: { file: "Choose a file." } };
  },
  errorField: "file",
  run: async (context) =>
    importInto(context, { kind: "document", bytes: new Uint8Array(await context.input.arrayBuffer()) }),
  then: ({ params, result }) => pathAfterImport(params.slug, result),
});

/** Brings in the document that waits, without what is lost of it. */
export const confirmImportAction = formAction({
  params,
  run: (context) =>
    saveDraft(
      context,
      (version) => confirmDocumentImport(context.person, context.params.slug, version),
      ofDocument("The document you were about to import."),
    ),
  then: ({ params, result }) => pathAfterImport(params.slug, result),
});

export const cancelImportAction = formAction({
  params,
  run: ({ person, params }) => cancelDocumentImport(person, params.slug),
  then: ({ params }) => paths.draftText(params.slug),
});

const importInto = (context: DraftContext, source: ImportSource) =>
  saveDraft(
    context,
    (version) => importDocument(context.person, context.params.slug, version, source),
    ofDocument(
      source.kind === "markdown" ? Buffer.from(source.bytes).toString("utf8") : "Your document: choose it again.",
    ),
  );

/** The sections that were found, or first the list of what cannot be brought in. */
const pathAfterImport = (slug: string, { isWaiting }: { isWaiting: boolean }) =>
  isWaiting ? paths.draftText(slug) : `${paths.publishStrategy(slug)}#parts`;

export const saveSectionAction = formAction({
  params: params.extend({ key: idParam }),
  arrays: ["themes"],
  input: parseSectionForm,
  run: (context) => {
    const { person, params, input } = context;
    return saveDraft(
      context,
      (version) => saveDraftSection(person, params.slug, version, { ...input, key: params.key }),
      {
        what: "this draft",
        currentText: ({ sections }) => sectionText(sections.find(({ key }) => key === params.key)),
        submittedText: submittedSectionText(context.values),
      },
    );
  },
  then: ({ params: { slug, key }, input: { operation } }) => {
    if (operation.kind === "save") return `${paths.publishStrategy(slug)}#parts`;
    const hasParagraph = "key" in operation && operation.kind !== "remove";
    return paths.draftSection(slug, key) + (hasParagraph ? `#paragraph-${operation.key}` : "");
  },
});

export const saveMatchesAction = formAction({
  params,
  input: (form): Parsed<Map<string, string | null>> => {
    const fields = Object.entries(submittedValues(form)).filter(([name]) => name.startsWith("from-"));
    return { input: new Map(fields.map(([name, paragraphId]) => [name.slice(5), String(paragraphId) || null])) };
  },
  run: (context) =>
    saveDraft(
      context,
      (version) => saveParagraphMatches(context.person, context.params.slug, version, context.input),
      ofDocument("The matches you chose below."),
    ),
  then: ({ params }) => paths.publishStrategy(params.slug),
});

/** What is saved, and both texts of it. */
type Comparison = { what: string; currentText: (draft: DraftView) => string; submittedText: string };

const ofDocument = (submittedText: string): Comparison => ({
  what: "this draft",
  currentText: ({ sections }) => documentText(sections),
  submittedText,
});

type DraftContext = { person: Person; params: { slug: string }; values: FormValues };

/**
 * Runs a command on the version of the draft that the page showed. If a colleague has saved since, the form comes back
 * with what they saved beside what was typed: nothing is saved over theirs before it was shown.
 */
async function saveDraft<Result>(
  { person, params, values }: DraftContext,
  command: (expectedVersion: number) => Promise<Result>,
  { what, currentText, submittedText }: Comparison,
): Promise<Result | FormReply> {
  const expectedVersion = draftVersionInput.safeParse(values.version);
  if (!expectedVersion.success) throw new NotFound();
  try {
    return await command(expectedVersion.data);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const current = await getDraft(person, params.slug);
    if (!current) throw new NotFound();
    const { version, editedBy: by } = current;
    return saveConflict(what, { by, version, current: currentText(current) }, submittedText);
  }
}
