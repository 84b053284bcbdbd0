import type { Tx } from "@/lib/database/client";
import { computeCampaigns } from "@/lib/summaries/campaigns.queries";
import { computeCounts } from "@/lib/summaries/counts.queries";
import { computeModeration } from "@/lib/summaries/moderation.queries";
import { computeOpinion } from "@/lib/summaries/opinion/opinion.queries";
import { computeQuotations } from "@/lib/summaries/quotations/quotations.queries";
import type { SummaryScope } from "@/lib/summaries/scope.rules";
import { getSummaryParts, listCountedLeps } from "@/lib/summaries/summary-part.queries";
import type { SummaryPartName } from "@/lib/summaries/summary-part.schema";
import type { Prisma } from "@/prisma/generated/client";

type ComputedPart = { lepId: string; part: SummaryPartName; content: unknown };

/** Computes and stores the parts of a strategy's summaries except opinion. A step of an edition, after the tallies. */
export async function writeSummaryParts(tx: Tx, strategyId: string, now: Date): Promise<void> {
  const parts: ComputedPart[] = [
    { lepId: "", part: "moderation", content: await computeModeration(strategyId, tx, now) },
  ];
  for (const lepId of [null, ...(await listCountedLeps(strategyId, tx))])
    parts.push(...(await computeScopeParts({ strategyId, lepId }, tx)));
  await saveParts(tx, strategyId, parts, now);
}

async function computeScopeParts(scope: SummaryScope, tx: Tx): Promise<ComputedPart[]> {
  const lepId = scope.lepId ?? "";
  const { opinion } = await getSummaryParts(scope, tx);
  return [
    { lepId, part: "counts", content: await computeCounts(scope, tx) },
    { lepId, part: "campaigns", content: await computeCampaigns(scope, tx) },
    { lepId, part: "quotations", content: await computeQuotations(scope, opinion?.content ?? null, tx) },
  ];
}

/** Computes and stores the opinion part of a strategy. Only with a release: see summariseOpinion. */
export async function writeOpinion(tx: Tx, strategyId: string, now: Date): Promise<void> {
  await saveParts(tx, strategyId, [{ lepId: "", part: "opinion", content: await computeOpinion(strategyId, tx) }], now);
}

async function saveParts(tx: Tx, strategyId: string, parts: ComputedPart[], countedAt: Date): Promise<void> {
  for (const { lepId, part, content } of parts) {
    const row = { countedAt, content: content as Prisma.InputJsonValue };
    const key = { strategyId, lepId, part };
    await tx.summaryPart.upsert({
      where: { strategyId_lepId_part: key },
      create: { ...key, ...row },
      update: row,
    });
  }
}
