import { viewPoints } from "@/lib/answers/source.queries";
import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { bodyTitle } from "@/lib/strategies/strategy.rules";
import type { AnswerDecision } from "@/prisma/generated/enums";

export type AnswerToMe = {
  id: string;
  strategyId: string;
  areaName: string;
  by: string;
  point: string;
  decision: AnswerDecision;
  /** Monday of the week of publication, YYYY-MM-DD. */
  week: string;
};

/** The newest published answers to threads that a person wrote in, and to themes that they wrote about. */
export async function listAnswersToMe(person: Person, take: number): Promise<AnswerToMe[]> {
  const comments = await db().comment.findMany({
    where: { participantId: { in: await ownParticipantIds(person) }, state: "published" },
    select: { strategyId: true, threadId: true, themes: { select: { themeId: true } } },
  });
  if (comments.length === 0) return [];
  const themes = new Map<string, string[]>();
  for (const { strategyId, themes: of } of comments)
    themes.set(strategyId, [...(themes.get(strategyId) ?? []), ...of.map(({ themeId }) => themeId)]);
  const rows = await db().answer.findMany({
    where: {
      shown: { not: null },
      week: { not: null },
      OR: [
        {
          strategyId: { in: [...themes.keys()] },
          pointKind: "thread",
          pointId: { in: comments.map(({ threadId }) => threadId) },
        },
        ...[...themes].map(([strategyId, ids]) => ({ strategyId, pointKind: "theme" as const, pointId: { in: ids } })),
      ],
    },
    orderBy: [{ week: "desc" }, { id: "asc" }],
    take,
    select: {
      id: true,
      strategyId: true,
      pointKind: true,
      pointId: true,
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
  const points = await viewPoints(rows);
  return rows.flatMap(({ id, strategyId, strategy, body, week, revisions }, at) => {
    const [shown, point] = [revisions[0], points[at]];
    if (!shown || !point || !week) return [];
    const day = week.toISOString().slice(0, 10);
    return [
      {
        id,
        strategyId,
        areaName: strategy.areaName,
        by: bodyTitle(body),
        point: point.title,
        decision: shown.decision,
        week: day,
      },
    ];
  });
}
