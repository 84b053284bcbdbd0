import type { z } from "zod";
import { campaignsPart } from "@/lib/summaries/campaigns/rules";
import { moderatedPart } from "@/lib/summaries/moderated/rules";
import { saidPart } from "@/lib/summaries/said/rules";
import { standPart } from "@/lib/summaries/stand/rules";
import { wordsPart } from "@/lib/summaries/words/rules";

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
