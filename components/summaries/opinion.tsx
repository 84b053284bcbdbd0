import { CommentQuote } from "@/components/summaries/comment-quote";
import { OpinionMap } from "@/components/summaries/opinion-map";
import { Callout } from "@/components/ui/callout";
import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import type { CitedComments } from "@/lib/summaries/cited-comment.rules";
import { groupLabel, noAnalysisText, noGroupsText } from "@/lib/summaries/opinion/opinion.rules";
import type { ConsensusPoint, OpinionPart } from "@/lib/summaries/opinion/opinion.schema";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = { about: string | null; summary: Pick<Summary, "strategy" | "opinion" | "release" | "heardByLep"> };

/** Opinion groups, if they passed validation, described by the comments they agree on; consensus and division. */
export function Opinion({ about, summary }: Props) {
  const { strategy, opinion } = summary;
  if (!opinion) return <p className="measure">{noAnalysisText(summary)}</p>;
  const { content, comments, day } = opinion;
  const { groups, gate, why, people, map } = content;
  return (
    <>
      <p className="measure">
        About {people} people reacted to enough comments on {strategy.areaName}, from the whole strategy area. Numbers
        of people and percentages here are rounded to 5.
        {about && ` The groups cover the whole strategy. We only list comments about ${about} here.`}
      </p>
      {groups ? (
        <>
          <p className="measure my-4">
            They form {groups.length} opinion groups: people who react in similar ways. We describe a group by what it
            agrees on, not by who is in it, because we do not know who they are.
          </p>
          {map && <OpinionMap map={map} names={groups.map(({ name }) => name)} />}
          <Table
            caption="The size of each opinion group"
            head={["Group", numeric("People")]}
            rows={groups.map(({ name, people: size, defining }) => [
              `${name}: ${groupLabel(defining[0], comments)}`,
              size,
            ])}
          />
          {groups.map(({ name, defining }) => (
            <div key={name}>
              <h3 className="mt-6 mb-1 text-xl">What group {name} says more than others do</h3>
              <div className="quotes">
                <Points points={defining.slice(0, 2)} comments={comments} />
              </div>
            </div>
          ))}
        </>
      ) : (
        <Callout title="No clear opinion groups">
          <p>{why ? noGroupsText[why] : "Too few people have reacted."}</p>
        </Callout>
      )}
      <Consensus content={content} comments={comments} />
      {content.divisive.length > 0 && <h3 className="mt-8 mb-1 text-xl">What divides the groups</h3>}
      <div className="quotes">
        {content.divisive.map(({ comment, shares }) => {
          const citation = comments.get(comment);
          if (!citation) return null;
          return (
            <CommentQuote key={comment} citation={citation}>
              agree: {shares.map(({ agree }, index) => `${groups?.[index]?.name ?? ""} ${agree}%`).join(", ")}
            </CommentQuote>
          );
        })}
      </div>
      <p className="text-muted text-sm">
        Calculated on {formatDay(new Date(day))}.
        {gate &&
          ` How clear the groups are: ${gate.silhouette} (silhouette)${gate.greatestShuffled === null ? "" : `, against ${gate.greatestShuffled} at most in 99 shuffles`}${gate.stability === null ? "" : `; how stable, from 0 to 1: ${gate.stability}`}.`}
      </p>
    </>
  );
}

/** What people agree with and what they disagree with, each under its own heading. */
function Consensus({ content, comments }: { content: OpinionPart; comments: CitedComments }) {
  const { groups, groupAwareConsensus, consensus } = content;
  const points = groups ? groupAwareConsensus : consensus;
  const rejected = points.filter(({ side }) => side === "disagree");
  return (
    <>
      <PointList
        title={groups ? "What every group agrees with" : "What most of these people agree with"}
        points={points.filter(({ side }) => side === "agree")}
        comments={comments}
      />
      {rejected.length > 0 && (
        <PointList
          title={groups ? "What every group disagrees with" : "What most of these people disagree with"}
          points={rejected}
          comments={comments}
        />
      )}
    </>
  );
}

type PointsProps = { points: ConsensusPoint[]; comments: CitedComments };

function PointList({ title, points, comments }: PointsProps & { title: string }) {
  if (points.length === 0) return <p className="measure my-4">{title}: nothing stands out clearly enough.</p>;
  return (
    <>
      <h3 className="mt-8 mb-1 text-xl">{title}</h3>
      <div className="quotes">
        <Points points={points} comments={comments} />
      </div>
    </>
  );
}

function Points({ points, comments }: PointsProps) {
  return points.map(({ comment, side, share }) => {
    const citation = comments.get(comment);
    if (!citation) return null;
    return (
      <CommentQuote key={comment + side} citation={citation}>
        {side === "agree" ? `${share.agree}% agree` : `${share.disagree}% disagree`}, of about {share.reacted} who
        reacted
      </CommentQuote>
    );
  });
}
