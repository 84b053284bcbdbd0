import type { Tx } from "@/lib/database/client";
import { findCampaigns } from "@/lib/summaries/campaigns.rules";
import type { CampaignsPart } from "@/lib/summaries/campaigns.schema";
import { publishedInScopeWhere } from "@/lib/summaries/scope.queries";
import type { SummaryScope } from "@/lib/summaries/scope.rules";

/** Finds the campaigns in a scope. For jobs: it reads every published comment. */
export async function computeCampaigns(scope: SummaryScope, tx: Tx): Promise<CampaignsPart> {
  const texts = await tx.comment.findMany({
    where: publishedInScopeWhere(scope),
    select: { id: true, participantId: true, text: true },
  });
  return findCampaigns(texts);
}
