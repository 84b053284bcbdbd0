import { type ClusterValidation, type NoGroupsReason, validateClusters, validationLimits } from "./cluster-validation";
import { type Clustering, clusterVotes, groupSizes } from "./clustering";
import { type AgreedComment, findConsensus, findGroupAwareConsensus } from "./consensus";
import { findDefiningComments } from "./defining-comments";
import { type DivisiveComment, findDivisiveComments } from "./divisive-comments";
import { selectEligibleVotes } from "./eligibility";
import { tallyGroups } from "./group-tallies";
import { buildOpinionMap, type OpinionMap } from "./opinion-map";
import { roundToFive } from "./rounded-share";
import { canonicalVotes, type VoteMatrix, type Votes } from "./vote-matrix";

/** What is told of a comment, in order of strength; the strength itself would give exact counts away, and is left out. */
export type PublishedAgreedComment = Omit<AgreedComment, "strength">;
export type PublishedDivisiveComment = Omit<DivisiveComment, "gap">;

/** A group is known by what it agrees on, or rejects, and by nothing else. `people` is rounded to 5. */
export type OpinionGroup = { name: string; people: number; defining: PublishedAgreedComment[] };

/** Where people stand; fit to publish: it has no person in it, no place of one, and no count of people unrounded. */
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

/** The grouping before its validation and what that found; `sources` leads from rows back to the matrix's participants. */
export type Grouping = { votes: Votes; clustering: Clustering | null; validation: ClusterValidation | null };

/**
 * Where people stand, as section 8 of the design has it. The same votes give the same bytes, in whatever order they
 * come and whatever the participants are called. Meant to run in a job, beside a release, and to be published with it:
 * run after every single reaction, even rounded figures would tell who came.
 */
export function summariseOpinion(matrix: VoteMatrix): OpinionSummary {
  return describeGrouping(groupParticipants(matrix));
}

/** The grouping itself: internal, as it knows who is in which group. Publish only what describeGrouping makes of it. */
export function groupParticipants(matrix: VoteMatrix): Grouping {
  const votes = selectEligibleVotes(canonicalVotes(matrix));
  if (votes.rows < 2 * validationLimits.people || votes.columns < 2)
    return { votes, clustering: null, validation: null };
  const clustering = clusterVotes(votes);
  return { votes, clustering, validation: validateClusters(votes, clustering) };
}

/** What may be said of a grouping. */
export function describeGrouping({ votes, clustering, validation }: Grouping): OpinionSummary {
  const shown = clustering && validation?.reason === null ? clustering : null;
  const tallies = tallyGroups(votes, shown);
  const defining = findDefiningComments(tallies).map((agreed) => agreed.map(toPublished));
  return {
    people: roundToFive(votes.rows),
    groups:
      shown &&
      groupSizes(shown).map((size, i) => ({
        name: "ABCDE"[i] as string,
        people: roundToFive(size),
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

function rounded(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
