import { canSeeAnswerDraft } from "@/lib/answers/answer.policy";
import { listSources, type SourceView } from "@/lib/answers/source.queries";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import type { AnswerDecision, AnswerState, Phase } from "@/prisma/generated/enums";

export type AnswerRevisionView = {
  number: number;
  decision: AnswerDecision;
  why: string;
  changed: string | null;
  paragraphId: string | null;
  by: string;
  reviewedBy: string | null;
  publishedAt: Date | null;
};
export type AnswerView = {
  id: string;
  version: number;
  source: SourceView;
  facts: { bodyId: string; state: AnswerState; phase: Phase; writtenById: string };
  publishedRevision: number | null;
  /** Newest first. */
  revisions: AnswerRevisionView[];
};

/** An answer with all its revisions, drafts included, for officers of its body. Null for everybody else. */
export async function getAnswer(person: Person, id: string): Promise<AnswerView | null> {
  const row = await db().answer.findUnique({
    where: { id },
    include: { strategy: { select: { phase: true } }, revisions: { orderBy: { number: "desc" } } },
  });
  const newest = row?.revisions[0];
  if (!row || !newest || !canSeeAnswerDraft(person, row)) return null;
  const [source] = await listSources([row]);
  if (!source) return null;
  const ids = row.revisions.flatMap(({ writtenById, reviewedById }) => [writtenById, reviewedById ?? ""]);
  const accounts = await db().account.findMany({ where: { id: { in: ids } }, select: { id: true, label: true } });
  const labelOf = (accountId: string) => accounts.find((account) => account.id === accountId)?.label ?? "An officer";
  return {
    id,
    version: row.version,
    source,
    publishedRevision: row.publishedRevision,
    facts: { bodyId: row.bodyId, state: row.state, phase: row.strategy.phase, writtenById: newest.writtenById },
    revisions: row.revisions.map(({ number, decision, why, changed, paragraphId, publishedAt, ...people }) => ({
      ...{ number, decision, why, changed, paragraphId, publishedAt },
      by: labelOf(people.writtenById),
      reviewedBy: people.reviewedById && labelOf(people.reviewedById),
    })),
  };
}

/** The id of the answer to a source. Null when there is none, or this person may not see it. */
export async function findAnswerId(person: Person, strategyId: string, kind: SourceView["kind"], sourceId: string) {
  const row = await db().answer.findUnique({
    where: { strategyId_sourceKind_sourceId: { strategyId, sourceKind: kind, sourceId } },
    select: { id: true, bodyId: true },
  });
  return row && canSeeAnswerDraft(person, row) ? row.id : null;
}
