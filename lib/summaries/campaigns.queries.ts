import { db } from "@/lib/database/client";
import { findCampaigns } from "@/lib/summaries/campaigns.rules";
import type { CampaignsPart } from "@/lib/summaries/campaigns.schema";

/** Finds the campaigns of a strategy under one LEP. For jobs: it reads every published comment. */
export async function computeCampaigns(strategyId: string, lepId: string): Promise<CampaignsPart> {
  const texts = await db().comment.findMany({
    where: { strategyId, lepId, state: "published" },
    select: { id: true, participantId: true, text: true },
  });
  return findCampaigns(texts);
}
