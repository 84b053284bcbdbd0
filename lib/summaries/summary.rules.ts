import type { CampaignsPart } from "@/lib/summaries/campaign.rules";
import type { CommentRating } from "@/lib/summaries/counts.schema";
import type { DistrictCoverage, PlaceKindCoverage, SectorCoverage } from "@/lib/summaries/coverage.rules";
import type { ModerationPart } from "@/lib/summaries/moderation.rules";
import type { OpinionPart } from "@/lib/summaries/opinion/opinion.schema";
import type { ReleaseView } from "@/lib/summaries/releases/release.rules";
import type { MandateMethod } from "@/prisma/generated/enums";

/** A comment that the summary names, as it reads now, and where it was said. */
export type CitedComment = {
  id: string;
  strategyId: string;
  threadId: string;
  alias: string;
  text: string;
  week: string;
  themeIds: string[];
};

export type CountRow = {
  id: string;
  name: string;
  /** Of the section; null for a theme or a foundation. */
  number: number | null;
  comments: number;
  threads: number;
  agrees: number;
  disagrees: number;
  passes: number;
};
export type RankedComment = CommentRating & { citation: CitedComment };
export type SummaryCounts = {
  day: string | null;
  comments: number;
  threads: number;
  /** How many wait for a rep: of a whole strategy; null for a subject, which they have only once they are read. */
  waiting: number | null;
  reactions: { agrees: number; disagrees: number; passes: number } | null;
  foundations: CountRow[];
  themes: CountRow[];
  sections: CountRow[];
  supported: RankedComment[];
  disputed: RankedComment[];
};
export type SummaryQuotation = {
  text: string;
  group: string | null;
  minority: boolean;
  start: number;
  end: number;
  citation: CitedComment;
};
export type ThemeQuotations = { id: string; name: string; quotations: SummaryQuotation[] };
export type SummaryCampaign = CampaignsPart[number] & { citation: CitedComment };

/** A collective response with its mandate. */
export type UnionResponse = {
  id: string;
  unionName: string;
  branch: string;
  covers: string;
  asked: number;
  tookPart: number;
  method: MandateMethod;
  minority: string;
  week: Date;
};

/** A LEP's summary, whole, as the page, the board paper and every export have it. */
export type LepSummary = {
  /** kind: what pages call one such, "strategy" or "plan". */
  strategy: { id: string; kind: string; areaName: string; leadTitle: string };
  counts: SummaryCounts;
  release: ReleaseView | null;
  coverage: {
    year: number;
    jobs: number;
    sectors: SectorCoverage[];
    districts: DistrictCoverage[];
    kinds: PlaceKindCoverage[];
  } | null;
  opinion: { day: string; content: OpinionPart; comments: Map<string, CitedComment> } | null;
  quotations: { day: string; themes: ThemeQuotations[] } | null;
  /** What unions say for their members: a first page, and whether there are more. */
  responses: { items: UnionResponse[]; more: boolean };
  campaigns: { day: string; campaigns: SummaryCampaign[] } | null;
  moderation: { day: string; content: ModerationPart } | null;
};
