import { type Gate, gateLimits, gateOf, type NoGroups } from "./cluster-validation";
import { type Clustering, clusterVotes, sizesOf } from "./clustering";
import { type Agreed, findConsensus, findGroupAwareConsensus } from "./consensus";
import { findDefiningComments } from "./defining-comments";
import { type Divisive, findDivisiveComments } from "./divisive-comments";
import { eligibleVotes } from "./eligibility";
import { tallyGroups } from "./group-tallies";
import { mapOf, type OpinionMap } from "./opinion-map";
import { extremities } from "./projection";
import { toFive } from "./rounded-share";
import { canonicalVotes, type VoteMatrix, type Votes } from "./vote-matrix";

/** What is told of a comment, in order of strength; the strength itself would give exact counts away, and is left out. */
export type ToldAgreed = Omit<Agreed, "strength">;
export type ToldDivisive = Omit<Divisive, "gap">;

/** A group is known by what it agrees on, or rejects, and by nothing else. `people` is rounded to 5. */
export type OpinionGroup = { name: string; people: number; defining: ToldAgreed[] };

/** Where people stand; fit to publish: it has no person in it, no place of one, and no count of people unrounded. */
export type OpinionSummary = {
  people: number;
  groups: OpinionGroup[] | null;
  why: NoGroups | null;
  gate: { silhouette: number; greatestShuffled: number | null; stability: number | null } | null;
  consensus: ToldAgreed[];
  groupAwareConsensus: ToldAgreed[];
  divisive: ToldDivisive[];
  map: OpinionMap | null;
};

/** The grouping before its gate and what the gate found; `sources` leads from rows back to the matrix's participants. */
export type Grouping = { votes: Votes; clustering: Clustering | null; gate: Gate | null };

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
  const votes = eligibleVotes(canonicalVotes(matrix));
  if (votes.rows < 2 * gateLimits.people || votes.columns < 2) return { votes, clustering: null, gate: null };
  const clustering = clusterVotes(votes);
  return { votes, clustering, gate: gateOf(votes, clustering) };
}

/** What may be said of a grouping. */
export function describeGrouping({ votes, clustering, gate }: Grouping): OpinionSummary {
  const shown = clustering && gate?.why === null ? clustering : null;
  const tallies = tallyGroups(votes, shown);
  const defining = findDefiningComments(tallies).map((agreed) => agreed.map(told));
  return {
    people: toFive(votes.rows),
    groups:
      shown &&
      sizesOf(shown).map((size, i) => ({
        name: "ABCDE"[i] as string,
        people: toFive(size),
        defining: defining[i] as ToldAgreed[],
      })),
    why: gate ? gate.why : "too-few-people",
    gate: gate && {
      silhouette: rounded(gate.silhouette),
      greatestShuffled: gate.greatestShuffled === null ? null : rounded(gate.greatestShuffled),
      stability: gate.stability === null ? null : rounded(gate.stability),
    },
    consensus: findConsensus(tallies).map(told),
    groupAwareConsensus: findGroupAwareConsensus(tallies).map(told),
    divisive: findDivisiveComments(tallies).map(({ gap, ...one }) => one),
    map: shown && mapOf(shown),
  };
}

/** How far out each comment lies, for the priority of the next comment to react to: 0 for those that are not in it. */
export function extremitiesOf({ votes, clustering }: Grouping): Map<string, number> {
  return clustering ? extremities(votes, clustering.plane) : new Map();
}

function told({ comment, side, share }: Agreed): ToldAgreed {
  return { comment, side, share };
}

function rounded(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
