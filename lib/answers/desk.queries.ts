import { canAnswer, canSeeDraft } from "@/lib/answers/answer.policy";
import { strategiesWith } from "@/lib/answers/note.queries";
import { getProgress, type Progress } from "@/lib/answers/progress.queries";
import { listUnansweredResponses, type PointView, type ResponsePoint, viewPoints } from "@/lib/answers/source.queries";
import { db } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import { isOfficerOf, type Person } from "@/lib/people/person.policy";
import { bodyTitle } from "@/lib/strategies/strategy.rules";
import type { AnswerState, Phase } from "@/prisma/generated/enums";

export type DeskStrategy = {
  id: string;
  areaName: string;
  /** Its officers answer; those of the other bodies read and note. */
  canAnswer: boolean;
  progress: Progress;
  /** Published since the week of the last look: comments and replies, as everybody may read them. */
  fresh: number;
  /** Unions' responses without an answer. */
  responses: ResponsePoint[];
  waiting: { id: string; title: string; state: AnswerState; isOwn: boolean }[];
  /** The LEPs that it covers, or the body that leads, with their newest release; isNew: made since the week of the last look. */
  leps: { id: string; name: string; release: { number: number; day: string; isNew: boolean } | null }[];
};
export type DeskBody = { id: string; title: string; seenWeek: Date | null; strategies: DeskStrategy[] };

/** All that an officer comes back to, for each body they are an officer of. */
export async function getDesk(person: Person): Promise<DeskBody[]> {
  const ids = person.grants.flatMap(({ role, bodyId }) => (role === "officer" && bodyId ? [bodyId] : []));
  const [bodies, seen] = await Promise.all([
    db().body.findMany({
      where: { id: { in: ids } },
      orderBy: { name: "asc" },
      select: { id: true, name: true, kindId: true, kind: { select: { short: true } } },
    }),
    db().lastSeen.findMany({ where: { accountId: person.accountId ?? "", bodyId: { in: ids } } }),
  ]);
  return Promise.all(
    bodies.map(async (body) => {
      const seenAt = seen.find(({ bodyId }) => bodyId === body.id)?.seenAt;
      const seenWeek = seenAt ? weekOf(seenAt) : null;
      return {
        id: body.id,
        title: bodyTitle(body),
        seenWeek,
        strategies: await listStrategies(person, body.id, seenWeek),
      };
    }),
  );
}

async function listStrategies(person: Person, bodyId: string, seenWeek: Date | null): Promise<DeskStrategy[]> {
  const rows = await db().strategy.findMany({
    where: { ...strategiesWith(bodyId), phase: { in: ["open", "closed", "archived"] } },
    orderBy: { areaName: "asc" },
    select: { id: true, areaName: true, phase: true, leadBodyId: true },
  });
  const all = rows.map(async ({ id, areaName, phase, leadBodyId }) => {
    const isLead = leadBodyId === bodyId;
    const scope = isLead ? { strategyId: id } : { lepId: bodyId, strategyId: id };
    const [progress, fresh, waiting, responses, leps] = await Promise.all([
      getProgress(id),
      db().comment.count({ where: { ...scope, state: "published", ...(seenWeek && { week: { gte: seenWeek } }) } }),
      isLead ? listWaiting(person, id) : [],
      listUnansweredResponses(id),
      listLepsOf(isLead ? { strategyId: id, leadBodyId } : { lepId: bodyId }, seenWeek),
    ]);
    const answers = canAnswer(person, { leadBodyId, phase }) && isLead;
    return progress ? [{ id, areaName, canAnswer: answers, progress, fresh, waiting, responses, leps }] : [];
  });
  return (await Promise.all(all)).flat();
}

/** The bodies under which a strategy is summed up, or the one of an officer, by name. */
async function listLepsOf(
  of: { strategyId: string; leadBodyId: string } | { lepId: string },
  seenWeek: Date | null,
): Promise<DeskStrategy["leps"]> {
  const which =
    "lepId" in of
      ? { id: of.lepId }
      : { OR: [{ id: of.leadBodyId }, { strategies: { some: { strategyId: of.strategyId } } }] };
  const rows = await db().body.findMany({
    where: { ...which, isCounted: true },
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
          day: newest.madeAt.toISOString().slice(0, 10),
          isNew: seenWeek !== null && newest.madeAt >= seenWeek,
        }
      : null,
  }));
}

/** Answers that are not published yet, or have new words that are not. */
async function listWaiting(person: Person, strategyId: string): Promise<DeskStrategy["waiting"]> {
  const rows = await db().answer.findMany({
    where: { strategyId, state: { in: ["draft", "reviewed"] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      strategyId: true,
      pointKind: true,
      pointId: true,
      state: true,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { writtenById: true } },
    },
  });
  const points = await viewPoints(rows);
  return rows.map(({ id, state, revisions }, at) => ({
    id,
    state,
    title: points[at]?.title ?? "",
    isOwn: revisions[0]?.writtenById === person.accountId,
  }));
}

export type RevisionView = {
  number: number;
  decision: "accepted" | "partly" | "rejected" | "already_so";
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
  point: PointView;
  facts: { bodyId: string; state: AnswerState; phase: Phase; writtenById: string };
  shown: number | null;
  /** The newest first. */
  revisions: RevisionView[];
};

/** An answer with all its words, drafts too, for officers of its body; null for everybody else. */
export async function getAnswer(person: Person, id: string): Promise<AnswerView | null> {
  const row = await db().answer.findUnique({
    where: { id },
    include: { strategy: { select: { phase: true } }, revisions: { orderBy: { number: "desc" } } },
  });
  const newest = row?.revisions[0];
  if (!row || !newest || !canSeeDraft(person, row)) return null;
  const [point] = await viewPoints([row]);
  if (!point) return null;
  const ids = row.revisions.flatMap(({ writtenById, reviewedById }) => [writtenById, reviewedById ?? ""]);
  const accounts = await db().account.findMany({ where: { id: { in: ids } }, select: { id: true, label: true } });
  const label = (of: string) => accounts.find((account) => account.id === of)?.label ?? "An officer";
  return {
    id,
    version: row.version,
    point,
    shown: row.shown,
    facts: { bodyId: row.bodyId, state: row.state, phase: row.strategy.phase, writtenById: newest.writtenById },
    revisions: row.revisions.map(({ number, decision, why, changed, paragraphId, publishedAt, ...who }) => ({
      ...{ number, decision, why, changed, paragraphId, publishedAt },
      by: label(who.writtenById),
      reviewedBy: who.reviewedById && label(who.reviewedById),
    })),
  };
}

/** The answer that stands at a point already; null when there is none or it is not for this person. */
export async function findAnswerTo(person: Person, strategyId: string, kind: PointView["kind"], pointId: string) {
  const row = await db().answer.findUnique({
    where: { strategyId_pointKind_pointId: { strategyId, pointKind: kind, pointId } },
    select: { id: true, bodyId: true },
  });
  return row && canSeeDraft(person, row) ? row.id : null;
}

/** Paragraphs of the newest published version, to point to: "Part 2, paragraph 1: The first words…". */
export async function listParagraphs(strategyId: string): Promise<{ value: string; label: string }[]> {
  const version = await db().version.findFirst({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: {
      paragraphs: {
        orderBy: [{ section: { number: "asc" } }, { position: "asc" }],
        select: { paragraphId: true, position: true, text: true, section: { select: { number: true } } },
      },
    },
  });
  return (version?.paragraphs ?? []).map(({ paragraphId, position, text, section }) => ({
    value: paragraphId,
    label: `Part ${section.number}, paragraph ${position}: ${text.slice(0, 60)}${text.length > 60 ? "…" : ""}`,
  }));
}

export type OfficerStrategy = { id: string; areaName: string; bodyId: string; canAnswer: boolean };

/** A strategy with the body for which this person reads it: the lead before all others. Null for who is no officer. */
export async function getOfficerStrategy(person: Person, slug: string): Promise<OfficerStrategy | null> {
  const row = await db().strategy.findFirst({
    where: { id: slug, phase: { in: ["open", "closed", "archived"] } },
    select: { areaName: true, phase: true, leadBodyId: true, bodies: { select: { bodyId: true } } },
  });
  if (!row) return null;
  const bodyId = [row.leadBodyId, ...row.bodies.map((body) => body.bodyId)].find((id) => isOfficerOf(person, id));
  return bodyId ? { id: slug, areaName: row.areaName, bodyId, canAnswer: canAnswer(person, row) } : null;
}
