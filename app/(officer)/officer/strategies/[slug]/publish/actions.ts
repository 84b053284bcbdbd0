"use server";

import { z } from "zod";
import { NotFound } from "@/lib/errors";
import { formAction, type Parsed } from "@/lib/forms/form-action";
import { idParam, versionParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";
import { archiveStrategy, closeStrategy, extendStrategy } from "@/lib/strategies/consultation.commands";
import { extendStrategyInput } from "@/lib/strategies/consultation.schema";
import { discardDraft, saveDraftOutline, startDraft } from "@/lib/strategies/drafts/draft.commands";
import { type OutlineOperation, outlineOperation, planOpeningInput } from "@/lib/strategies/drafts/draft.schema";
import { checkDraft, openDraft, planOpening } from "@/lib/strategies/drafts/publication.commands";

const params = z.object({ slug: idParam });
/** `version` is that of the draft that the page showed. */
const draftParams = params.extend({ version: versionParam });

const publishPath = ({ params: { slug } }: { params: { slug: string } }) => paths.publishStrategy(slug);

/** A box to be ticked; its name differs from form to form, since several are on one page. */
const confirmation = (name: string) => z.object({ [name]: z.literal("yes", "Tick the box to confirm.") });

export const startDraftAction = formAction({
  params,
  run: ({ person, params: { slug } }) => startDraft(person, slug),
  then: publishPath,
});

export const saveOutlineAction = formAction({
  params: draftParams,
  input: (form): Parsed<OutlineOperation> => {
    const [kind, key] = String(form.get("operation")).split(":");
    const operation = outlineOperation.safeParse({ kind, key });
    if (!operation.success) throw new NotFound();
    return { input: operation.data };
  },
  run: ({ person, params: { slug, version }, input }) => saveDraftOutline(person, slug, version, input),
  then: (done) => `${publishPath(done)}#parts`,
});

export const checkDraftAction = formAction({
  params: draftParams,
  run: ({ person, params: { slug, version } }) => checkDraft(person, slug, version),
  then: publishPath,
});

export const openDraftAction = formAction({
  params: draftParams,
  run: ({ person, params: { slug, version } }) => openDraft(person, slug, version),
  then: ({ params: { slug } }) => paths.strategy(slug),
});

export const planOpeningAction = formAction({
  params: draftParams,
  input: planOpeningInput,
  run: ({ person, params: { slug, version }, input }) => planOpening(person, slug, version, input.day),
  then: publishPath,
});

export const cancelOpeningAction = formAction({
  params: draftParams,
  run: ({ person, params: { slug, version } }) => planOpening(person, slug, version, null),
  then: publishPath,
});

export const discardDraftAction = formAction({
  params: draftParams,
  input: confirmation("sure-discard"),
  isSecret: true,
  run: ({ person, params: { slug, version } }) => discardDraft(person, slug, version),
  then: publishPath,
});

export const closeStrategyAction = formAction({
  params,
  input: confirmation("sure-close"),
  isSecret: true,
  run: ({ person, params: { slug } }) => closeStrategy(person, slug),
  then: publishPath,
});

export const extendStrategyAction = formAction({
  params,
  input: extendStrategyInput,
  run: ({ person, params: { slug }, input }) => extendStrategy(person, slug, input),
  then: publishPath,
});

export const archiveStrategyAction = formAction({
  params,
  input: confirmation("sure-archive"),
  isSecret: true,
  run: ({ person, params: { slug } }) => archiveStrategy(person, slug),
  then: publishPath,
});
