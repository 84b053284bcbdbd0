import type { SummaryCampaign } from "@/lib/summaries/campaigns.rules";
import type { CitedComments } from "@/lib/summaries/cited-comment.rules";
import type { SummaryCounts } from "@/lib/summaries/counts.rules";
import type { Coverage } from "@/lib/summaries/coverage.rules";
import type { ModerationPart } from "@/lib/summaries/moderation.schema";
import type { OpinionPart } from "@/lib/summaries/opinion/opinion.schema";
import type { ThemeQuotations } from "@/lib/summaries/quotations/quotations.rules";
import type { ReleasedPeople, ReleaseView } from "@/lib/summaries/releases/release.rules";
import type { UnionResponse } from "@/lib/summaries/responses.rules";
import type { StrategyPlaces, SummaryScope } from "@/lib/summaries/scope.rules";

/**
 * The summary of one strategy, or of the comments on it under one LEP, section by section, as pages, the board paper and
 * exports show it. `day`: YYYY-MM-DD, when a section was computed; a section that has not been computed yet is null.
 */
export type Summary = {
  scope: SummaryScope;
  /** `kind`: the word for it on pages, "strategy" or "plan". */
  strategy: { id: string; kind: string; areaName: string; leadTitle: string };
  /** All comments on the strategy by place, whatever the scope. */
  places: StrategyPlaces;
  counts: SummaryCounts;
  /** Of the LEP; null for a strategy, whose people are in the releases of its LEPs. */
  release: ReleaseView | null;
  coverage: Coverage | null;
  /** People in the newest release of each LEP, null where they are not shown; null for a LEP. */
  heardByLep: ReadonlyMap<string, ReleasedPeople> | null;
  opinion: { day: string; content: OpinionPart; comments: CitedComments } | null;
  quotations: { day: string; themes: ThemeQuotations[] } | null;
  /** The first page of collective responses; `more`: whether others follow. */
  responses: { items: UnionResponse[]; more: boolean };
  campaigns: { day: string; campaigns: SummaryCampaign[] } | null;
  moderation: { day: string; content: ModerationPart } | null;
};
