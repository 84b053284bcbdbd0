"use server";

import { z } from "zod";
import { parseSectionForm } from "@/app/(officer)/officer/strategies/[slug]/draft/section-input";
import { cutText } from "@/lib/characters";
import { Conflict, NotFound } from "@/lib/errors";
import { formAction, invalid, type Parsed } from "@/lib/forms/form-action";
import { submittedFile, submittedValues } from "@/lib/forms/form-data";
import type { FormValues } from "@/lib/forms/form-state";
import { idParam } from "@/lib/forms/params.schema";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { readDocument } from "@/lib/strategies/documents/document-reader";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";
import {
  replaceDraftContent,
  saveDraftAbout,
  saveDraftSection,
  saveParagraphMatches,
} from "@/lib/strategies/drafts/draft.commands";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { aboutInput, draftVersionInput, pastedInput } from "@/lib/strategies/drafts/draft.schema";

const params = z.object({ slug: idParam });

export const saveAboutAction = formAction({
  params,
  input: aboutInput,
  run: (context) =>
    saveDraft(context, (version) => saveDraftAbout(context.person, context.params.slug, version, context.input)),
  then: ({ params }) => paths.publishStrategy(params.slug),
});

export const pasteDocumentAction = formAction({
  params,
  input: pastedInput,
  run: async (context) => {
    const { person, params, input } = context;
    const document = readMarkdown(input.text);
    const conflict = await saveDraft(context, (version) => replaceDraftContent(person, params.slug, version, document));
    return conflict ?? document.notes;
  },
  then: ({ params, result: notes }) => pathAfterImport(params.slug, notes),
});

export const uploadDocumentAction = formAction({
  params,
  input: (form): Parsed<File> => {
    const file = submittedFile(form, "file");
    return file ? { input: file } : { errors: { file: "Choose a file." } };
  },
  errorField: "file",
  run: async (context) => {
    const { person, params, input } = context;
    const { document, pictures } = await readDocument(new Uint8Array(await input.arrayBuffer()));
    const conflict = await saveDraft(context, (version) =>
      replaceDraftContent(person, params.slug, version, document, pictures),
    );
    return conflict ?? document.notes;
  },
  then: ({ params, result: notes }) => pathAfterImport(params.slug, notes),
});

/** The sections that were found, or first the notes on what could not be imported. */
const pathAfterImport = (slug: string, notes: string[]) =>
  notes.length === 0
    ? `${paths.publishStrategy(slug)}#parts`
    : `${paths.draftText(slug)}?${new URLSearchParams({ note: cutText(notes.join(" "), 500) })}`;

export const saveSectionAction = formAction({
  params: params.extend({ key: idParam }),
  arrays: ["themes"],
  input: parseSectionForm,
  run: (context) => {
    const { person, params, input } = context;
    return saveDraft(context, (version) =>
      saveDraftSection(person, params.slug, version, { ...input, key: params.key }),
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
    saveDraft(context, (version) => saveParagraphMatches(context.person, context.params.slug, version, context.input)),
  then: ({ params }) => paths.publishStrategy(params.slug),
});

/**
 * Runs a command on the version of the draft that the page showed. If a colleague has saved since, the form comes back
 * with the new version, so that sending it again saves over theirs.
 */
async function saveDraft(
  { person, params, values }: { person: Person; params: { slug: string }; values: FormValues },
  command: (expectedVersion: number) => Promise<void>,
) {
  const expectedVersion = draftVersionInput.safeParse(values.version);
  if (!expectedVersion.success) throw new NotFound();
  try {
    await command(expectedVersion.data);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const current = await getDraft(person, params.slug);
    return invalid({ form: error.message }, current ? { result: { version: current.version } } : {});
  }
}
