import { secret, somebody, strategy } from "@/e2e/may-i/scene/people";
import { db } from "@/lib/db";
import { openCase } from "@/lib/moderation/cases/commands";
import { decide } from "@/lib/moderation/decisions/commands";
import { askToOpen } from "@/lib/moderation/originals/commands";
import { sanction } from "@/lib/moderation/sanctions/commands";
import type { Person } from "@/lib/people/policy";
import { publishIt, sendOne } from "@/lib/test-scene";

/** A comment that waits. */
export async function held(owner: Person, words: string) {
  const { caseId, commentId, comment } = await sendOne(strategy, { text: `The bus is late again (${words}).` }, owner);
  return { case: caseId, comment: commentId, thread: comment.threadId, participant: comment.participantId };
}

/** One that everybody may read, of somebody who is nobody here. */
export async function shown(rep: Person) {
  const one = await held(await somebody(), secret());
  await decide(rep, one.case, publishIt);
  return one;
}

/** A published comment of which a word was masked. @returns its sealed original */
export async function masked(rep: Person, words: string): Promise<string> {
  const one = await held(await somebody(), words);
  await decide(rep, one.case, publishIt);
  const { id } = await openCase(db(), { kind: "check", strategyId: strategy, commentId: one.comment, revision: 1 });
  await decide(rep, id, { ...publishIt, deed: "redact", version: 2, reason: "identifies-someone", words: [words] });
  return (await db().sealedOriginal.findFirstOrThrow({ where: { commentId: one.comment } })).id;
}

/** Somebody asks to see it. @returns what was asked */
export async function asked(rep: Person, original: string): Promise<{ original: string; opening: string }> {
  await askToOpen(rep, original, { why: "The walk asks for it, to see who may." });
  const { id } = await db().originalOpening.findFirstOrThrow({ where: { originalId: original } });
  return { original, opening: id };
}

/** A comment that was rejected. */
export async function rejected(rep: Person, author: Person) {
  const one = await held(author, secret());
  await decide(rep, one.case, { ...publishIt, deed: "reject", reason: "off-topic" });
  return one;
}

/** A warning for one. @returns its id */
export async function warned(rep: Person, { case: caseId, comment }: { case: string; comment: string }) {
  await sanction(rep, caseId, { kind: "warning", days: 7, reason: "off-topic", words: null });
  return (await db().sanction.findFirstOrThrow({ where: { decision: { commentId: comment } } })).id;
}
