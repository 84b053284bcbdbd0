import { db } from "@/lib/database/client";
import type { CitedComments } from "@/lib/summaries/cited-comment.rules";

/** The comments with these ids that are still published. */
export async function listCitedComments(ids: string[]): Promise<CitedComments> {
  const rows = await db().comment.findMany({
    where: { id: { in: [...new Set(ids)] }, state: "published" },
    select: {
      id: true,
      strategyId: true,
      threadId: true,
      text: true,
      version: true,
      week: true,
      participant: { select: { alias: true } },
      themes: { select: { themeId: true } },
    },
  });
  return new Map(
    rows.map(({ participant, themes, week, ...row }) => [
      row.id,
      {
        ...row,
        alias: participant.alias,
        week: week?.toISOString().slice(0, 10) ?? "",
        themeIds: themes.map(({ themeId }) => themeId),
      },
    ]),
  );
}
