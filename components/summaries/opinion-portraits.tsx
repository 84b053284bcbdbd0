import { Callout } from "@/components/ui/callout";
import { countLabel } from "@/lib/numbers";
import type { CitedComments } from "@/lib/summaries/cited-comment.rules";
import { excerpt } from "@/lib/summaries/display.rules";
import { noAnalysisText, noGroupsText } from "@/lib/summaries/opinion/opinion.rules";
import type { OpinionPart } from "@/lib/summaries/opinion/opinion.schema";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = { summary: Pick<Summary, "strategy" | "opinion" | "release" | "heardByLep"> };

/** Each opinion group by its size and the comment that it agrees with, or rejects, more than others do. */
export function OpinionPortraits({ summary }: Props) {
  const { strategy, opinion } = summary;
  if (!opinion) return <p className="measure">{noAnalysisText(summary)}</p>;
  const { content, comments } = opinion;
  const { groups, why, people, divisive } = content;
  if (!groups)
    return (
      <Callout title="No clear opinion groups">
        <p>{why ? noGroupsText[why] : "Too few people have reacted."}</p>
      </Callout>
    );
  return (
    <>
      <p className="measure">
        About {people} people reacted to enough comments on {strategy.areaName}. They form{" "}
        {countLabel(groups.length, "group")}; {countLabel(divisive.length, "comment divides", "comments divide")} them.
      </p>
      <ul className="my-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
        {groups.map((group) => (
          <li key={group.name} className="border-brand border-t-4 pt-1">
            <h3 className="font-semibold text-xl">
              Group {group.name}: about {countLabel(group.people, "person", "people")}
            </h3>
            <Portrait group={group} comments={comments} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Portrait({ group, comments }: { group: NonNullable<OpinionPart["groups"]>[number]; comments: CitedComments }) {
  const [point] = group.defining;
  const text = point && comments.get(point.comment)?.text;
  if (!point || !text) return <p>No comment sets it apart clearly.</p>;
  const { side, share } = point;
  return (
    <blockquote className="text-base/snug">
      {side === "agree" ? `${share.agree}% agree: ` : `${share.disagree}% disagree: `}
      <span dir="auto">“{excerpt(text, 110)}”</span>
    </blockquote>
  );
}
