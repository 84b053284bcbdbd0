import { apportion } from "@/lib/summaries/largest-remainder";
import {
  type ClusterValidation,
  chooseClustering,
  type LastRelease,
  type NoGroupsReason,
  validationLimits,
} from "./cluster-choice";
import { type Clustering, groupSizes } from "./clustering";
import { type AgreedComment, findConsensus, findGroupAwareConsensus } from "./consensus";
import { findDefiningComments } from "./defining-comments";
import { type DivisiveComment, findDivisiveComments } from "./divisive-comments";
import { selectEligibleVotes } from "./eligibility";
import { tallyGroups } from "./group-tallies";
import { buildOpinionMap, type OpinionMap } from "./opinion-map";
import { roundToFive } from "./rounded-share";
import { canonicalVotes, type VoteMatrix, type Votes } from "./vote-matrix";

/** Without the strength, which would reveal exact counts. */
export type PublishedAgreedComment = Omit<AgreedComment, "strength">;
export type PublishedDivisiveComment = Omit<DivisiveComment, "gap">;

/** A group is described only by the comments that it agrees on, or rejects. `people`: by fives, adding up to all people. */
export type OpinionGroup = { name: string; people: number; defining: PublishedAgreedComment[] };

/** The published analysis: no person, no single position, and no unrounded count of people is in it. */
export type OpinionSummary = {
  people: number;
  groups: OpinionGroup[] | null;
  why: NoGroupsReason | null;
  gate: { silhouette: number; greatestShuffled: number | null; stability: number | null } | null;
  consensus: PublishedAgreedComment[];
  groupAwareConsensus: PublishedAgreedComment[];
  divisive: PublishedDivisiveComment[];
  map: OpinionMap | null;
};

/** A grouping with its validation; both are null if there are too few people or comments. */
export type Grouping = { votes: Votes; clustering: Clustering | null; validation: ClusterValidation | null };

/**
 * Opinion groups, consensus and division. The same votes give the same bytes, whatever their order and the ids of the
 * participants. It must run, and be published, with a release only: after every single reaction, even rounded figures
 * would reveal who reacted.
 * @param last null before the first release
 */
export function summariseOpinion(matrix: VoteMatrix, last: LastRelease | null = null): OpinionSummary {
  return describeGrouping(groupParticipants(matrix, last));
}

/** Internal, as it contains who is in which group: only the result of describeGrouping may be published. */
export function groupParticipants(matrix: VoteMatrix, last: LastRelease | null = null): Grouping {
  const votes = selectEligibleVotes(canonicalVotes(matrix));
  if (votes.rows < 2 * validationLimits.people || votes.columns < 2)
    return { votes, clustering: null, validation: null };
  return { votes, ...chooseClustering(votes, last) };
}

/** The publishable description of a grouping. */
export function describeGrouping({ votes, clustering, validation }: Grouping): OpinionSummary {
  const shown = clustering && validation?.reason === null ? clustering : null;
  const tallies = tallyGroups(votes, shown);
  const defining = findDefiningComments(tallies).map((agreed) => agreed.map(toPublished));
  const people = roundToFive(votes.rows);
  return {
    people,
    groups:
      shown &&
      apportion(groupSizes(shown), people, 5).map((size, i) => ({
        name: "ABCDE"[i] as string,
        people: size,
        defining: defining[i] as PublishedAgreedComment[],
      })),
    why: validation ? validation.reason : "too-few-people",
    gate: validation && {
      silhouette: rounded(validation.silhouette),
      greatestShuffled: validation.greatestShuffled === null ? null : rounded(validation.greatestShuffled),
      stability: validation.stability === null ? null : rounded(validation.stability),
    },
    consensus: findConsensus(tallies).map(toPublished),
    groupAwareConsensus: findGroupAwareConsensus(tallies).map(toPublished),
    divisive: findDivisiveComments(tallies).map(({ gap, ...published }) => published),
    map: shown && buildOpinionMap(shown),
  };
}

function toPublished({ comment, side, share }: AgreedComment): PublishedAgreedComment {
  return { comment, side, share };
}

/** To two decimals: with three, one person's reactions would show from one release to the next. */
function rounded(figure: number): number {
  return Math.round(figure * 100) / 100;
}
