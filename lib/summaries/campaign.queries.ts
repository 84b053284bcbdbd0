import { db } from "@/lib/database/client";
import { type CampaignsPart, findCampaigns } from "@/lib/summaries/campaign.rules";

/** Groups the texts that many sent to a strategy under one LEP. For a job: it reads every published comment. */
export async function computeCampaigns(strategyId: string, lepId: string): Promise<CampaignsPart> {
  const texts = await db().comment.findMany({
    where: { strategyId, lepId, state: "published" },
    select: { id: true, participantId: true, text: true },
  });
  return findCampaigns(texts);
}
