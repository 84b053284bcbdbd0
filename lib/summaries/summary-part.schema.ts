import type { z } from "zod";
import { campaignsPart } from "@/lib/summaries/campaigns.schema";
import { countsPart } from "@/lib/summaries/counts.schema";
import { moderationPart } from "@/lib/summaries/moderation.schema";
import { opinionPart } from "@/lib/summaries/opinion/opinion.schema";
import { quotationsPart } from "@/lib/summaries/quotations/quotations.schema";

/** The parts of a summary that jobs compute and store, by name. */
export const summaryPartSchemas = {
  counts: countsPart,
  opinion: opinionPart,
  quotations: quotationsPart,
  campaigns: campaignsPart,
  moderation: moderationPart,
};
export type SummaryPartName = keyof typeof summaryPartSchemas;
/** Those that are computed for an entire strategy only, never for one LEP. */
export const strategyPartNames: SummaryPartName[] = ["moderation", "opinion"];
/** `day`: YYYY-MM-DD, when the part was computed. Parts that have not been computed yet are absent. */
export type SummaryParts = {
  [Name in SummaryPartName]?: { day: string; content: z.infer<(typeof summaryPartSchemas)[Name]> };
};
