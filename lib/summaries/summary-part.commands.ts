import { db, markStale } from "@/lib/database/client";
import { countCampaigns } from "@/lib/summaries/campaign.queries";
import { countSaid } from "@/lib/summaries/counts.queries";
import { countModerated } from "@/lib/summaries/moderation.queries";
import { countStand } from "@/lib/summaries/opinion/opinion.queries";
import { chooseWords } from "@/lib/summaries/quotations/quotation.queries";
import { getParts, listCommented, listStrategiesOf } from "@/lib/summaries/summary-part.queries";
import type { PartName } from "@/lib/summaries/summary-part.schema";
import type { Prisma } from "@/prisma/generated/client";

type Counted = { lepId: string; part: PartName; content: unknown };

/** Counts again what summaries say of comments and decisions, one strategy after the other. */
export async function countParts(now = new Date()): Promise<void> {
  for (const { strategyId, lepIds } of await listCommented()) {
    const counted: Counted[] = [{ lepId: "", part: "moderated", content: await countModerated(strategyId) }];
    for (const lepId of lepIds) {
      const { opinion } = await getParts(strategyId, lepId);
      counted.push({ lepId, part: "said", content: await countSaid(strategyId, lepId) });
      counted.push({ lepId, part: "campaigns", content: await countCampaigns(strategyId, lepId) });
      const words = await chooseWords(strategyId, lepId, opinion?.content ?? null);
      counted.push({ lepId, part: "quotations", content: words });
    }
    await save(strategyId, counted, lepIds, now);
  }
}

/** Works out where people stand on the strategies of these LEPs. Goes with a release, never by itself: see there. */
export async function countOpinion(lepIds: string[], now = new Date()): Promise<void> {
  for (const strategyId of await listStrategiesOf(lepIds)) {
    await save(strategyId, [{ lepId: "", part: "opinion", content: await countStand(strategyId) }], lepIds, now);
  }
}

async function save(strategyId: string, counted: Counted[], lepIds: string[], countedAt: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const { lepId, part, content } of counted) {
      const row = { countedAt, content: content as Prisma.InputJsonValue };
      const key = { strategyId, lepId, part };
      await tx.summaryPart.upsert({
        where: { strategyId_lepId_part: key },
        create: { ...key, ...row },
        update: row,
      });
    }
    await markStale(tx, ...lepIds.map((lepId) => `body:${lepId}`));
  });
}
