import { stampAnswerRevision, updateAnswer } from "@/lib/answers/answer.writes";
import type { Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import type { NoticeKind } from "@/lib/notifications/notice.rules";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";
import type { AnswerSourceKind } from "@/prisma/generated/enums";

type AnswerRef = {
  id: string;
  strategyId: string;
  sourceKind: AnswerSourceKind;
  sourceId: string;
  /** The newest revision, which is published. */
  revision: number;
};

/** Publishes an answer's newest revision and notifies the authors of what it answers. @throws Conflict */
export async function publishAnswerRevision(
  tx: Tx,
  answer: AnswerRef,
  version: number,
  accountId: string,
): Promise<void> {
  const now = new Date();
  await updateAnswer(tx, answer.id, version, {
    state: "published",
    publishedRevision: answer.revision,
    week: startOfWeek(now),
  });
  await stampAnswerRevision(tx, answer, { publishedById: accountId, publishedAt: now });
  await notifyAuthors(tx, answer);
  await invalidateStrategyPages(tx, answer.strategyId);
}

const answerNotice = "answer-published" satisfies NoticeKind;

/** One notice for each participant with a published comment in the thread, or on the theme, that is answered. */
async function notifyAuthors(tx: Tx, { id, strategyId, sourceKind, sourceId }: AnswerRef): Promise<void> {
  const facts = JSON.stringify({ answer: id });
  if (sourceKind === "theme") {
    await tx.$executeRaw`
      INSERT INTO notices (id, "participantId", "commentId", kind, facts)
      SELECT replace(gen_random_uuid()::text, '-', ''), * FROM (
        SELECT DISTINCT ON (c."participantId") c."participantId", c.id, ${answerNotice}, ${facts}::jsonb
        FROM comment_themes t JOIN comments c ON c.id = t."commentId"
        WHERE t."themeId" = ${sourceId} AND c."strategyId" = ${strategyId} AND c.state = 'published'
        ORDER BY c."participantId", c.id) AS authors`;
  }
  if (sourceKind === "thread") {
    await tx.$executeRaw`
      INSERT INTO notices (id, "participantId", "commentId", kind, facts)
      SELECT replace(gen_random_uuid()::text, '-', ''), * FROM (
        SELECT DISTINCT ON ("participantId") "participantId", id, ${answerNotice}, ${facts}::jsonb
        FROM comments WHERE "threadId" = ${sourceId} AND state = 'published'
        ORDER BY "participantId", id) AS authors`;
  }
}
