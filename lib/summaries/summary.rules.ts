import type { CampaignsPart } from "@/lib/summaries/campaign.rules";
import type { RatedComment } from "@/lib/summaries/counts.schema";
import type { DistrictHeard, KindHeard, SectorHeard } from "@/lib/summaries/coverage.rules";
import type { ModeratedPart } from "@/lib/summaries/moderation.rules";
import type { StandPart } from "@/lib/summaries/opinion/opinion.schema";
import type { ReleaseView } from "@/lib/summaries/releases/release.rules";
import type { MandateMethod } from "@/prisma/generated/enums";

/** A comment that the summary names, as it reads now, and where it was said. */
export type Spoken = {
  id: string;
  strategyId: string;
  threadId: string;
  alias: string;
  text: string;
  week: string;
  themeIds: string[];
};

export type SaidRow = {
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
export type Rated = RatedComment & { said: Spoken };
export type Said = {
  day: string | null;
  comments: number;
  threads: number;
  /** How many wait for a rep: of a whole strategy; null for a subject, which they have only once they are read. */
  waiting: number | null;
  reactions: { agrees: number; disagrees: number; passes: number } | null;
  foundations: SaidRow[];
  themes: SaidRow[];
  sections: SaidRow[];
  supported: Rated[];
  disputed: Rated[];
};
export type Quoted = {
  words: string;
  group: string | null;
  minority: boolean;
  start: number;
  end: number;
  said: Spoken;
};
export type QuotedTheme = { id: string; name: string; quotations: Quoted[] };
export type Campaign = CampaignsPart[number] & { said: Spoken };

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
export type WholeSummary = {
  /** kind: what pages call one such, "strategy" or "plan". */
  strategy: { id: string; kind: string; areaName: string; leadTitle: string };
  said: Said;
  release: ReleaseView | null;
  coverage: {
    year: number;
    jobs: number;
    sectors: SectorHeard[];
    districts: DistrictHeard[];
    kinds: KindHeard[];
  } | null;
  stand: { day: string; content: StandPart; comments: Map<string, Spoken> } | null;
  words: { day: string; themes: QuotedTheme[] } | null;
  /** What unions say for their members: a first page, and whether there are more. */
  responses: { items: UnionResponse[]; more: boolean };
  campaigns: { day: string; campaigns: Campaign[] } | null;
  moderated: { day: string; content: ModeratedPart } | null;
};
