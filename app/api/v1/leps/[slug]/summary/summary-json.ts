import type { CitedComment } from "@/lib/summaries/cited-comment.rules";
import type { RankedComment } from "@/lib/summaries/counts.rules";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import { toReleaseJson } from "@/lib/summaries/releases/release.rules";
import type { UnionResponse } from "@/lib/summaries/responses.rules";
import { noPlace } from "@/lib/summaries/scope.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** The sections of a summary in the API: comments as ids, quotations with their offsets (UTF-16). */
export function toSummaryJson(summary: Summary) {
  const { scope, places, counts, release, coverage, opinion, quotations, campaigns, responses, moderation } = summary;
  const { strategyId } = scope;
  return {
    places: {
      leps: places.leps.map((lep) => ({ ...lep, url: figurePath({ strategyId, lepId: lep.id }) })),
      noPlace: { ...places.noPlace, url: figurePath({ strategyId, lepId: noPlace }) },
      all: { ...places.all, url: figurePath({ strategyId, lepId: null }) },
    },
    release: release && toReleaseJson(release),
    coverage,
    supported: counts.supported.map(toRatingJson),
    disputed: counts.disputed.map(toRatingJson),
    opinion: opinion && { day: opinion.day, ...opinion.content },
    quotations: (quotations?.themes ?? []).flatMap((theme) =>
      theme.quotations.map(({ citation, text: quotation, start, end, group, minority }) => ({
        themeId: theme.id,
        ...commentRef(citation),
        quotation,
        start,
        end,
        group,
        minority,
      })),
    ),
    campaigns: (campaigns?.campaigns ?? []).map(({ citation, identical, personalised }) => ({
      ...commentRef(citation),
      identical,
      identicalUrl: figurePath(scope, { campaign: citation.id, texts: "identical" }),
      personalised,
      personalisedUrl: figurePath(scope, { campaign: citation.id, texts: "personalised" }),
    })),
    responses: responses.items.map(({ id, unionName, week, ...mandate }) => ({
      responseId: id,
      union: unionName,
      ...toMandateJson(mandate),
      week: week.toISOString().slice(0, 10),
    })),
    moderated: moderation && { day: moderation.day, ...moderation.content },
  };
}

type Mandate = Omit<UnionResponse, "id" | "unionName" | "week">;
const toMandateJson = ({ branch, covers, consulted, tookPart, method, minority }: Mandate) => ({
  branch,
  covers,
  asked: consulted,
  tookPart,
  method,
  minority,
});
const commentRef = ({ id, threadId }: CitedComment) => ({ commentId: id, threadId });
const toRatingJson = ({ citation, agrees, disagrees, passes }: RankedComment) => ({
  ...commentRef(citation),
  agrees,
  disagrees,
  passes,
});
