import type { z } from "zod";
import { campaignsPart } from "@/lib/summaries/campaign.rules";
import { countsPart } from "@/lib/summaries/counts.schema";
import { moderationPart } from "@/lib/summaries/moderation.rules";
import { opinionPart } from "@/lib/summaries/opinion/opinion.schema";
import { quotationsPart } from "@/lib/summaries/quotations/quotation.schema";

/** The parts of a summary that a job counts, by name, with the shape of each. */
export const summaryPartSchemas = {
  counts: countsPart,
  opinion: opinionPart,
  quotations: quotationsPart,
  campaigns: campaignsPart,
  moderation: moderationPart,
};
export type SummaryPartName = keyof typeof summaryPartSchemas;
export type SummaryParts = {
  [Name in SummaryPartName]?: { day: string; content: z.infer<(typeof summaryPartSchemas)[Name]> };
};
