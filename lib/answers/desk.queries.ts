import { canAnswer } from "@/lib/answers/answer.policy";
import { strategiesOfBodyWhere } from "@/lib/answers/officer-strategy.queries";
import { type AnswerProgress, getAnswerProgress } from "@/lib/answers/progress.queries";
import { listSources, listUnansweredResponses, type ResponseSource } from "@/lib/answers/source.queries";
import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { isoDay, startOfWeek } from "@/lib/dates";
import { officerBodyIds, type Person } from "@/lib/people/person.policy";

import type { AnswerState } from "@/prisma/generated/enums";

export type DeskStrategy = {
  id: string;
  areaName: string;
  /** True for officers of the lead body; those of other bodies only read and note. */
  canAnswer: boolean;
  progress: AnswerProgress;
  /** Comments and replies published since the week of the last visit. */
  newComments: number;
  /** Collective responses without an answer. */
  responses: ResponseSource[];
  pendingAnswers: { id: string; title: string; state: AnswerState; isOwn: boolean }[];
  /** The LEPs that it covers, or the lead body. `isNew`: their newest release was made since the week of the last visit. */
  leps: { id: string; name: string; release: { number: number; day: string; isNew: boolean } | null }[];
};
export type DeskBody = { id: string; title: string; lastVisitWeek: Date | null; strategies: DeskStrategy[] };

/** The desk of an officer: one entry for each body that they are an officer of, by name. */
export async function getDesk(person: Person): Promise<DeskBody[]> {
  const ids = officerBodyIds(person);
  const [bodies, visits] = await Promise.all([
    db().body.findMany({
      where: { id: { in: ids } },
      orderBy: { name: "asc" },
      select: { id: true, name: true, kindId: true, kind: { select: { short: true } } },
    }),
    db().deskVisit.findMany({ where: { accountId: person.accountId ?? "", bodyId: { in: ids } } }),
  ]);
  return Promise.all(
    bodies.map(async (body) => {
      const lastVisitAt = visits.find(({ bodyId }) => bodyId === body.id)?.visitedAt;
      const lastVisitWeek = lastVisitAt ? startOfWeek(lastVisitAt) : null;
      return {
        id: body.id,
        title: bodyTitle(body),
        lastVisitWeek,
        strategies: await listDeskStrategies(person, body.id, lastVisitWeek),
      };
    }),
  );
}

async function listDeskStrategies(person: Person, bodyId: string, lastVisitWeek: Date | null): Promise<DeskStrategy[]> {
  const rows = await db().strategy.findMany({
    where: { ...strategiesOfBodyWhere(bodyId), phase: { in: ["open", "closed", "archived"] } },
    orderBy: { areaName: "asc" },
    select: { id: true, areaName: true, phase: true, leadBodyId: true },
  });
  const all = rows.map(async ({ id, areaName, phase, leadBodyId }) => {
    const isLead = leadBodyId === bodyId;
    const scope = isLead ? { strategyId: id } : { lepId: bodyId, strategyId: id };
    const [progress, newComments, pendingAnswers, responses, leps] = await Promise.all([
      getAnswerProgress(id),
      db().comment.count({
        where: { ...scope, state: "published", ...(lastVisitWeek && { week: { gte: lastVisitWeek } }) },
      }),
      isLead ? listPendingAnswers(person, id) : [],
      listUnansweredResponses(id),
      listDeskLeps(isLead ? { strategyId: id, leadBodyId } : { lepId: bodyId }, lastVisitWeek),
    ]);
    const canAnswerHere = canAnswer(person, { leadBodyId, phase }) && isLead;
    return progress
      ? [{ id, areaName, canAnswer: canAnswerHere, progress, newComments, pendingAnswers, responses, leps }]
      : [];
  });
  return (await Promise.all(all)).flat();
}

/** The bodies with summaries of a strategy, or the officer's own, by name. */
async function listDeskLeps(
  scope: { strategyId: string; leadBodyId: string } | { lepId: string },
  lastVisitWeek: Date | null,
): Promise<DeskStrategy["leps"]> {
  const where =
    "lepId" in scope
      ? { id: scope.lepId }
      : { OR: [{ id: scope.leadBodyId }, { strategies: { some: { strategyId: scope.strategyId } } }] };
  const rows = await db().body.findMany({
    where: { ...where, isCounted: true },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      releases: { orderBy: { number: "desc" }, take: 1, select: { number: true, madeAt: true } },
    },
  });
  return rows.map(({ id, name, releases: [newest] }) => ({
    id,
    name,
    release: newest
      ? {
          number: newest.number,
          day: isoDay(newest.madeAt),
          isNew: lastVisitWeek !== null && newest.madeAt >= lastVisitWeek,
        }
      : null,
  }));
}

/** Answers whose newest revision is not published. */
async function listPendingAnswers(person: Person, strategyId: string): Promise<DeskStrategy["pendingAnswers"]> {
  const rows = await db().answer.findMany({
    where: { strategyId, state: { in: ["draft", "reviewed"] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      strategyId: true,
      sourceKind: true,
      sourceId: true,
      state: true,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { writtenById: true } },
    },
  });
  const sources = await listSources(rows);
  return rows.map(({ id, state, revisions }, index) => ({
    id,
    state,
    title: sources[index]?.title ?? "",
    isOwn: revisions[0]?.writtenById === person.accountId,
  }));
}
