import { readJson } from "@/prisma/seed/demo/content";

export type Foundation = "ideas" | "people" | "infrastructure" | "business-environment" | "places";
/** A comment: what it is about, its themes, and its text; "{town}" is the place where its author works. */
export type CrowdText = [foundation: Foundation, themes: string[], text: string];

/** What the crowd writes, all made up by us: nobody's text, and no real employer's. */
export type CrowdTexts = {
  /** By section of the standard classification of work; "*" suits any. */
  comments: Record<string, CrowdText[]>;
  /** Last sentences that suit any comment on a foundation. */
  closings: Record<Foundation, string[]>;
  replies: string[];
  campaign: { text: string; openings: string[] };
  /** The comments of a meeting have a foundation, a text, and the district of a workplace or none. */
  meetings: { key: string; strategyId: string; name: string; comments: [Foundation, string, string | null][] }[];
  /** In another language, with the English under it: strategy, foundation, themes, sector, district, text. */
  translated: [string, Foundation, string[], string, string, string][];
  /** Somebody who may harm themselves: its case comes before all others in the rep's queue. */
  danger: {
    strategyId: string;
    foundation: Foundation;
    themes: string[];
    sector: string;
    district: string;
    text: string;
  };
};

export const readCrowdTexts = (): CrowdTexts => readJson("crowd-texts.json") as CrowdTexts;
