import { releaseAnswer } from "@/lib/summaries/releases/release.rules";
import type { Rated, Spoken, WholeSummary } from "@/lib/summaries/summary.rules";

/** What a summary says beside its counts, for machines: comments by their ids, quotations with their offsets. */
export function summaryAnswer(summary: WholeSummary) {
  const { said, release, coverage, stand, words, campaigns, responses, moderated } = summary;
  return {
    release: release && releaseAnswer(release),
    coverage,
    supported: said.supported.map(rated),
    disputed: said.disputed.map(rated),
    opinion: stand && { day: stand.day, ...stand.content },
    quotations: (words?.themes ?? []).flatMap((theme) =>
      theme.quotations.map(({ said: one, words: quotation, start, end, group, minority }) => ({
        themeId: theme.id,
        ...where(one),
        quotation,
        start,
        end,
        group,
        minority,
      })),
    ),
    campaigns: (campaigns?.campaigns ?? []).map(({ said: one, identical, personalised }) => ({
      ...where(one),
      identical,
      personalised,
    })),
    responses: responses.items.map(({ id, unionName, week, ...mandate }) => ({
      responseId: id,
      union: unionName,
      ...mandateOf(mandate),
      week: week.toISOString().slice(0, 10),
    })),
    moderated: moderated && { day: moderated.day, ...moderated.content },
  };
}

type Mandate = Omit<WholeSummary["responses"]["items"][number], "id" | "unionName" | "week">;
const mandateOf = ({ branch, covers, asked, tookPart, method, minority }: Mandate) => ({
  branch,
  covers,
  asked,
  tookPart,
  method,
  minority,
});
const where = ({ id, threadId }: Spoken) => ({ commentId: id, threadId });
const rated = ({ said, agrees, disagrees, passes }: Rated) => ({ ...where(said), agrees, disagrees, passes });
