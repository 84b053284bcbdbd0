import { db } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { computeCampaigns } from "@/lib/summaries/campaigns.queries";
import { computeCounts } from "@/lib/summaries/counts.queries";
import { computeModeration } from "@/lib/summaries/moderation.queries";
import { computeOpinion } from "@/lib/summaries/opinion/opinion.queries";
import { computeQuotations } from "@/lib/summaries/quotations/quotations.queries";
import type { SummaryScope } from "@/lib/summaries/scope.rules";
import { getSummaryParts, listCommentedStrategies, listStrategyIds } from "@/lib/summaries/summary-part.queries";
import type { SummaryPartName } from "@/lib/summaries/summary-part.schema";
import type { Prisma } from "@/prisma/generated/client";

type ComputedPart = { lepId: string; part: SummaryPartName; content: unknown };

/** Computes and stores the parts of all summaries except opinion, one strategy after the other. */
export async function refreshSummaryParts(now = new Date()): Promise<void> {
  for (const { strategyId, lepIds } of await listCommentedStrategies()) {
    const parts: ComputedPart[] = [{ lepId: "", part: "moderation", content: await computeModeration(strategyId) }];
    for (const lepId of [null, ...lepIds]) parts.push(...(await computeScopeParts({ strategyId, lepId })));
    await saveParts(strategyId, parts, lepIds, now);
  }
}

async function computeScopeParts(scope: SummaryScope): Promise<ComputedPart[]> {
  const lepId = scope.lepId ?? "";
  const { opinion } = await getSummaryParts(scope);
  return [
    { lepId, part: "counts", content: await computeCounts(scope) },
    { lepId, part: "campaigns", content: await computeCampaigns(scope) },
    { lepId, part: "quotations", content: await computeQuotations(scope, opinion?.content ?? null) },
  ];
}

/** Computes and stores the opinion part for the strategies of these LEPs. Only with a release: see summariseOpinion. */
export async function refreshOpinion(lepIds: string[], now = new Date()): Promise<void> {
  for (const strategyId of await listStrategyIds(lepIds)) {
    await saveParts(
      strategyId,
      [{ lepId: "", part: "opinion", content: await computeOpinion(strategyId) }],
      lepIds,
      now,
    );
  }
}

async function saveParts(strategyId: string, parts: ComputedPart[], lepIds: string[], countedAt: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const { lepId, part, content } of parts) {
      const row = { countedAt, content: content as Prisma.InputJsonValue };
      const key = { strategyId, lepId, part };
      await tx.summaryPart.upsert({
        where: { strategyId_lepId_part: key },
        create: { ...key, ...row },
        update: row,
      });
    }
    await invalidateTags(tx, `strategy:${strategyId}`, ...lepIds.map((lepId) => `body:${lepId}`));
  });
}
