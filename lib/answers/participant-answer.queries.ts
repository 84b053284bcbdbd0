import { listSources } from "@/lib/answers/source.queries";
import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { isoDay } from "@/lib/dates";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { AnswerDecision } from "@/prisma/generated/enums";

export type ParticipantAnswer = {
  id: string;
  strategyId: string;
  areaName: string;
  by: string;
  source: string;
  decision: AnswerDecision;
  /** Monday of the week of publication, YYYY-MM-DD. */
  week: string;
};

/** The newest published answers to threads and themes that a person commented on, newest week first. */
export async function listParticipantAnswers(person: Person, take: number): Promise<ParticipantAnswer[]> {
  const comments = await db().comment.findMany({
    where: { participantId: { in: await listOwnParticipantIds(person) }, state: "published" },
    select: { strategyId: true, threadId: true, themes: { select: { themeId: true } } },
  });
  if (comments.length === 0) return [];
  const themes = new Map<string, string[]>();
  for (const comment of comments)
    themes.set(comment.strategyId, [
      ...(themes.get(comment.strategyId) ?? []),
      ...comment.themes.map(({ themeId }) => themeId),
    ]);
  const rows = await db().answer.findMany({
    where: {
      publishedRevision: { not: null },
      week: { not: null },
      OR: [
        {
          strategyId: { in: [...themes.keys()] },
          sourceKind: "thread",
          sourceId: { in: comments.map(({ threadId }) => threadId) },
        },
        ...[...themes].map(([strategyId, ids]) => ({
          strategyId,
          sourceKind: "theme" as const,
          sourceId: { in: ids },
        })),
      ],
    },
    orderBy: [{ week: "desc" }, { id: "asc" }],
    take,
    select: {
      id: true,
      strategyId: true,
      sourceKind: true,
      sourceId: true,
      week: true,
      strategy: { select: { areaName: true } },
      body: { select: { name: true, kind: { select: { short: true } } } },
      revisions: {
        where: { publishedAt: { not: null } },
        orderBy: { number: "desc" },
        take: 1,
        select: { decision: true },
      },
    },
  });
  const sources = await listSources(rows);
  return rows.flatMap(({ id, strategyId, strategy, body, week, revisions }, index) => {
    const [newestRevision, source] = [revisions[0], sources[index]];
    if (!newestRevision || !source || !week) return [];
    return [
      {
        id,
        strategyId,
        areaName: strategy.areaName,
        by: bodyTitle(body),
        source: source.title,
        decision: newestRevision.decision,
        week: isoDay(week),
      },
    ];
  });
}
