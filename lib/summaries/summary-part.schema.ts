import type { z } from "zod";
import { campaignsPart } from "@/lib/summaries/campaign.rules";
import { saidPart } from "@/lib/summaries/counts.schema";
import { moderatedPart } from "@/lib/summaries/moderation.rules";
import { standPart } from "@/lib/summaries/opinion/opinion.schema";
import { wordsPart } from "@/lib/summaries/quotations/quotation.schema";

/** The parts of a summary that a job counts, by name, with the shape of each. */
export const partSchemas = {
  said: saidPart,
  opinion: standPart,
  quotations: wordsPart,
  campaigns: campaignsPart,
  moderated: moderatedPart,
};
export type PartName = keyof typeof partSchemas;
export type Parts = { [Name in PartName]?: { day: string; content: z.infer<(typeof partSchemas)[Name]> } };
