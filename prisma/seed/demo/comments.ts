import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import type { Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { maskSpans } from "@/lib/moderation/originals/redaction.rules";
import { type DemoComment, demoId, demoStrategies, readComments } from "@/prisma/seed/demo/content";

type Section = { sectionId: string; title: string; foundationId: string | null; versionId: string };

/** Threads, comments, revisions and themes of the three strategies. */
export async function seedComments(tx: Tx, now: Date): Promise<void> {
  for (const strategyId of demoStrategies) await seedStrategy(tx, strategyId, now);
}

async function seedStrategy(tx: Tx, strategyId: string, now: Date): Promise<void> {
  const comments = readComments(strategyId);
  const sections = await tx.versionSection.findMany({
    where: { version: { strategyId } },
    orderBy: { position: "asc" },
    select: { sectionId: true, title: true, foundationId: true, versionId: true },
  });
  const leps = await tx.strategyBody.findMany({
    where: { strategyId, body: { isCounted: true } },
    select: { bodyId: true },
  });
  const districts = await tx.strategyDistrict.findMany({ where: { strategyId } });
  const week = (comment: DemoComment) => startOfWeek(new Date(now.getTime() - comment.weeksAgo * 7 * 86_400_000));
  const wasPublished = ({ state }: DemoComment) =>
    state === "published" || state === "removed" || state === "withdrawn";
  const topLevelComments = comments.filter(({ replyTo }) => !replyTo);

  await tx.thread.createMany({
    data: topLevelComments.map((comment) => ({
      id: demoId("thread", comment.key),
      strategyId,
      sectionId: sectionFor(comment, sections).sectionId,
      week: wasPublished(comment) ? week(comment) : null,
      replyCount: comments.filter(({ replyTo, state }) => replyTo === comment.key && state === "published").length,
    })),
  });
  await tx.comment.createMany({
    data: comments.map((comment) => {
      const district = districts.find(({ districtId }) => districtId === comment.district);
      return {
        id: demoId("comment", comment.key),
        strategyId,
        threadId: demoId("thread", comment.replyTo ?? comment.key),
        isReply: comment.replyTo !== undefined,
        participantId: demoId("participant", comment.by),
        stance: comment.stance,
        state: comment.state,
        text: comment.state === "published" ? maskSpans(comment.text, comment.redact ?? []) : "",
        isRedacted: comment.redact !== undefined,
        week: wasPublished(comment) ? week(comment) : null,
        districtId: comment.district,
        vintage: district ? boundaryVintage(district) : null,
        sectorId: comment.sector,
        lepId: lepForComment(
          leps.map(({ bodyId }) => bodyId),
          district?.viaBodies ?? null,
        ),
        createdAt: new Date(now.getTime() - comment.weeksAgo * 7 * 86_400_000 - 2 * 86_400_000),
      };
    }),
  });
  await tx.revision.createMany({
    data: comments.map((comment) => ({
      commentId: demoId("comment", comment.key),
      number: 1,
      versionId: sectionFor(comment, sections).versionId,
      text: comment.state === "withdrawn" ? "" : comment.text,
    })),
  });
  await tx.commentTheme.createMany({
    data: comments.flatMap(({ key, themes }) =>
      themes.map((themeId) => ({ commentId: demoId("comment", key), themeId })),
    ),
  });
}

/** The section of the comment's foundation whose title shares most words with the hint; else the first one. */
function sectionFor(comment: DemoComment, sections: Section[]): Section {
  const hintTerms = new Set(comment.sectionHint?.toLowerCase().match(/[a-z]+/g));
  const score = ({ title }: Section) =>
    (title.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => hintTerms.has(word)).length;
  const candidates = sections.filter(({ foundationId }) => foundationId === comment.foundation);
  const best = candidates.toSorted((a, b) => score(b) - score(a))[0];
  if (!best) throw new Error(`no section on ${comment.foundation} for ${comment.key}`);
  return best;
}
