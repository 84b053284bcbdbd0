import { firstWords } from "@/lib/answers/answer.rules";
import { db, type Tx } from "@/lib/database/client";
import type { PointKind } from "@/prisma/generated/enums";

export type PointRef = { strategyId: string; pointKind: PointKind; pointId: string };

/** A point as pages show it: what was said, and where the comments behind it are. */
export type PointView = { kind: PointKind; id: string; title: string; comments: number; strategyId: string };

/** Comments by theme on a strategy, from the tallies: only themes that have any. */
export async function countByTheme(strategyIds: string[], tx: Tx = db()): Promise<Map<string, number>> {
  const rows = await tx.tally.groupBy({
    by: ["strategyId", "key"],
    where: { strategyId: { in: strategyIds }, by: "theme" },
    _sum: { comments: true },
  });
  return new Map(
    rows.flatMap(({ strategyId, key, _sum }) => (_sum.comments ? [[`${strategyId}/${key}`, _sum.comments]] : [])),
  );
}

/** What was said at each of these points, in their order; published words only. */
export async function viewPoints(points: PointRef[]): Promise<PointView[]> {
  const idsOf = (kind: PointKind) => points.filter(({ pointKind }) => pointKind === kind).map((point) => point.pointId);
  const [themes, threads, responses, counts] = await Promise.all([
    db().theme.findMany({ where: { id: { in: idsOf("theme") } }, select: { id: true, name: true } }),
    db().thread.findMany({
      where: { id: { in: idsOf("thread") }, week: { not: null } },
      select: {
        id: true,
        replyCount: true,
        comments: { where: { isReply: false, state: "published" }, select: { text: true } },
      },
    }),
    listPublishedResponses({ id: { in: idsOf("response") } }),
    countByTheme([...new Set(points.map(({ strategyId }) => strategyId))]),
  ]);
  return points.map(({ strategyId, pointKind: kind, pointId: id }) => {
    if (kind === "theme") {
      const title = themes.find((theme) => theme.id === id)?.name ?? id;
      return { kind, id, strategyId, title, comments: counts.get(`${strategyId}/${id}`) ?? 0 };
    }
    if (kind === "response") {
      const title = responses.find((response) => response.id === id)?.title ?? "A union’s response";
      return { kind, id, strategyId, title, comments: 0 };
    }
    const thread = threads.find((one) => one.id === id);
    const words = thread?.comments[0]?.text;
    const title = words ? firstWords(words) : "A comment that is gone";
    return { kind, id, strategyId, title, comments: thread ? thread.replyCount + (words ? 1 : 0) : 0 };
  });
}

/** Whether there is such a point to answer, for everybody to see. */
export async function isPoint({ strategyId, pointKind, pointId }: PointRef): Promise<boolean> {
  if (pointKind === "theme") return (await countByTheme([strategyId])).has(`${strategyId}/${pointId}`);
  if (pointKind === "thread")
    return (await db().thread.count({ where: { id: pointId, strategyId, week: { not: null } } })) > 0;
  return (await listPublishedResponses({ id: pointId, strategyId })).length > 0;
}

export type ResponsePoint = { id: string; title: string };

/** Published collective responses, by what unions call themselves: never their drafts. */
async function listPublishedResponses(of: {
  id?: string | { in: string[] };
  strategyId?: string;
}): Promise<ResponsePoint[]> {
  const rows = await db().collectiveResponse.findMany({
    where: { ...of, revision: { gt: 0 } },
    orderBy: [{ union: { name: "asc" } }, { branch: "asc" }],
    select: { id: true, branch: true, union: { select: { name: true } } },
  });
  return rows.map(({ id, branch, union }) => ({ id, title: branch ? `${union.name}, ${branch}` : union.name }));
}

/** Published collective responses that nobody has answered. */
export async function listUnansweredResponses(strategyId: string): Promise<ResponsePoint[]> {
  const [responses, answered] = await Promise.all([
    listPublishedResponses({ strategyId }),
    db().answer.findMany({
      where: { strategyId, pointKind: "response", shown: { not: null } },
      select: { pointId: true },
    }),
  ]);
  const done = new Set(answered.map(({ pointId }) => pointId));
  return responses.filter(({ id }) => !done.has(id));
}

export type ThemePoint = { id: string; name: string; comments: number };

/** Themes with published comments and no published answer, the most comments first. */
export async function listUnanswered(strategyId: string, tx: Tx = db()): Promise<ThemePoint[]> {
  // one after the other: inside a transaction there is one connection
  const counts = await countByTheme([strategyId], tx);
  const answered = await tx.answer.findMany({
    where: { strategyId, pointKind: "theme", shown: { not: null } },
    select: { pointId: true },
  });
  const themes = await tx.theme.findMany({ orderBy: { position: "asc" }, select: { id: true, name: true } });
  const done = new Set(answered.map(({ pointId }) => pointId));
  return themes
    .map((theme) => ({ ...theme, comments: counts.get(`${strategyId}/${theme.id}`) ?? 0 }))
    .filter(({ id, comments }) => comments > 0 && !done.has(id))
    .sort((a, b) => b.comments - a.comments);
}
