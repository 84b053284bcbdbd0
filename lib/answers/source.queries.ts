import { excerptOf } from "@/lib/comments/comment.rules";
import { db, type Tx } from "@/lib/database/client";
import type { AnswerSourceKind } from "@/prisma/generated/enums";

export type SourceRef = { strategyId: string; sourceKind: AnswerSourceKind; sourceId: string };

/** A source as pages show it. `comments` counts published comments and replies. */
export type SourceView = { kind: AnswerSourceKind; id: string; title: string; comments: number; strategyId: string };

/** Published comments by theme, from the tallies. Keys are "STRATEGY/THEME"; themes without comments are left out. */
export async function countCommentsByTheme(strategyIds: string[], tx: Tx = db()): Promise<Map<string, number>> {
  const rows = await tx.tally.groupBy({
    by: ["strategyId", "key"],
    where: { strategyId: { in: strategyIds }, dimension: "theme" },
    _sum: { comments: true },
  });
  return new Map(
    rows.flatMap(({ strategyId, key, _sum }) => (_sum.comments ? [[`${strategyId}/${key}`, _sum.comments]] : [])),
  );
}

/** A view of each of these sources, in the same order, from published texts only. */
export async function listSources(sources: SourceRef[]): Promise<SourceView[]> {
  const idsOf = (kind: AnswerSourceKind) =>
    sources.filter(({ sourceKind }) => sourceKind === kind).map(({ sourceId }) => sourceId);
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
    countCommentsByTheme([...new Set(sources.map(({ strategyId }) => strategyId))]),
  ]);
  return sources.map(({ strategyId, sourceKind: kind, sourceId: id }) => {
    if (kind === "theme") {
      const title = themes.find((theme) => theme.id === id)?.name ?? id;
      return { kind, id, strategyId, title, comments: counts.get(`${strategyId}/${id}`) ?? 0 };
    }
    if (kind === "response") {
      const title = responses.find((response) => response.id === id)?.title ?? "A union’s response";
      return { kind, id, strategyId, title, comments: 0 };
    }
    const thread = threads.find((row) => row.id === id);
    const firstText = thread?.comments[0]?.text;
    const title = firstText ? excerptOf(firstText) : "A comment that has gone";
    return { kind, id, strategyId, title, comments: thread ? thread.replyCount + (firstText ? 1 : 0) : 0 };
  });
}

/** Whether a source is public, so that it can be answered. */
export async function isAnswerableSource({ strategyId, sourceKind, sourceId }: SourceRef): Promise<boolean> {
  if (sourceKind === "theme") return (await countCommentsByTheme([strategyId])).has(`${strategyId}/${sourceId}`);
  if (sourceKind === "thread")
    return (await db().thread.count({ where: { id: sourceId, strategyId, week: { not: null } } })) > 0;
  return (await listPublishedResponses({ id: sourceId, strategyId })).length > 0;
}

export type ResponseSource = { id: string; title: string };

/** Published collective responses, by the names of unions and branches. */
async function listPublishedResponses(scope: {
  id?: string | { in: string[] };
  strategyId?: string;
}): Promise<ResponseSource[]> {
  const rows = await db().collectiveResponse.findMany({
    where: { ...scope, revision: { gt: 0 } },
    orderBy: [{ union: { name: "asc" } }, { branch: "asc" }],
    select: { id: true, branch: true, union: { select: { name: true } } },
  });
  return rows.map(({ id, branch, union }) => ({ id, title: branch ? `${union.name}, ${branch}` : union.name }));
}

/** Published collective responses without a published answer. */
export async function listUnansweredResponses(strategyId: string): Promise<ResponseSource[]> {
  const [responses, answered] = await Promise.all([
    listPublishedResponses({ strategyId }),
    db().answer.findMany({
      where: { strategyId, sourceKind: "response", publishedRevision: { not: null } },
      select: { sourceId: true },
    }),
  ]);
  const answeredIds = new Set(answered.map(({ sourceId }) => sourceId));
  return responses.filter(({ id }) => !answeredIds.has(id));
}

export type ThemeSource = { id: string; name: string; comments: number };

/** Themes with published comments and without a published answer, most comments first. */
export async function listUnansweredThemes(strategyId: string, tx: Tx = db()): Promise<ThemeSource[]> {
  // one by one: a transaction has one connection
  const counts = await countCommentsByTheme([strategyId], tx);
  const answered = await tx.answer.findMany({
    where: { strategyId, sourceKind: "theme", publishedRevision: { not: null } },
    select: { sourceId: true },
  });
  const themes = await tx.theme.findMany({ orderBy: { position: "asc" }, select: { id: true, name: true } });
  const answeredIds = new Set(answered.map(({ sourceId }) => sourceId));
  return themes
    .map((theme) => ({ ...theme, comments: counts.get(`${strategyId}/${theme.id}`) ?? 0 }))
    .filter(({ id, comments }) => comments > 0 && !answeredIds.has(id))
    .sort((a, b) => b.comments - a.comments);
}
