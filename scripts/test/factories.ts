import { randomBytes } from "node:crypto";
import type { CommentInput } from "@/lib/comments/comment.schema";
import { startThread } from "@/lib/comments/submission.commands";
import { db } from "@/lib/database/client";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";

// What tests on the database start from: an open strategy, people with roles, a comment that waits.

export async function openStrategy(id: string): Promise<void> {
  await db().strategy.update({ where: { id }, data: { phase: "open" } });
}

export async function makeRep(bodyId: string, unionId = "unison"): Promise<Person> {
  const label = `Rep ${randomBytes(2).toString("hex")} (${unionId})`;
  const account = await db().account.create({ data: { label } });
  await db().grant.create({ data: { accountId: account.id, role: "rep", bodyId, unionId } });
  return { ...visitor, accountId: account.id, label, grants: [{ role: "rep", bodyId, unionId }] };
}

export async function makeAccount(): Promise<Person> {
  const account = await db().account.create({ data: {} });
  return { ...visitor, accountId: account.id };
}

export async function getNewestVersionId(strategyId: string): Promise<string> {
  const version = await db().version.findFirstOrThrow({ where: { strategyId }, orderBy: { number: "desc" } });
  return version.id;
}

export async function makeCommentInput(
  strategyId: string,
  overrides: Partial<CommentInput> = {},
): Promise<CommentInput> {
  const versionId = await getNewestVersionId(strategyId);
  const blank = { stance: null, themes: [], district: null, sector: null, paragraph: null };
  return { text: "The first bus comes too late for my shift.", ...blank, versionId, formId: newFormId(), ...overrides };
}

/** Sends a comment as a visitor; gives back its case, comment and participant. */
export async function sendHeldComment(strategyId: string, overrides: Partial<CommentInput> = {}, person = visitor) {
  const created = await startThread(person, strategyId, 1, await makeCommentInput(strategyId, overrides));
  const openCase = await db().case.findFirstOrThrow({ where: { commentId: created.commentId, state: "open" } });
  const comment = await db().comment.findUniqueOrThrow({ where: { id: created.commentId } });
  return { ...created, caseId: openCase.id, comment };
}

/** The decision of a rep who just reads and publishes. */
export const publishDecision = {
  decision: "publish",
  version: 1,
  reason: null,
  toAuthor: null,
  note: null,
  spans: [],
  phrases: [],
} satisfies DecisionInput;

/** Decides as `decideCase` does, and makes an edition, so that everybody sees a comment that was published. */
export async function decideAndMakeEdition(rep: Person, caseId: string, decision: DecisionInput = publishDecision) {
  await decideCase(rep, caseId, decision);
  const { strategyId } = await db().case.findUniqueOrThrow({ where: { id: caseId } });
  await makeEdition(strategyId);
}
