import { groupParticipants } from "@/lib/summaries/opinion/opinion-analysis";
import { seededRandom } from "@/lib/summaries/opinion/seeded-random";
import { canonicalVotes, type VoteMatrix } from "@/lib/summaries/opinion/vote-matrix";
import { shuffleVotes } from "@/lib/summaries/opinion/vote-permutation";
import { hasPolisData, polisNames, readPolis } from "./polis-export";
import { makeVotes } from "./synthetic-votes";

export type OpinionDrill = { dataset: string; runs: number; appeared: number; silhouetteBeaten: number };

/**
 * How often opinion groups appear in noise: the votes of a conversation dealt anew within each comment, again and again,
 * each time put through the whole of it, gate included. At most 5 in 100 may. Of the real conversations, where they lie
 * beside the project; else of one that is made up.
 * @param runs for each conversation
 */
export function drillOpinionNoise(runs = 100): OpinionDrill[] {
  const datasets: { name: string; matrix: VoteMatrix }[] = hasPolisData
    ? polisNames.map((name) => ({ name, matrix: readPolis(name) }))
    : [{ name: "made up", matrix: makeVotes({ participants: 150, comments: 40, seenShare: 0.5, camps: 2 }) }];
  return datasets.map(({ name, matrix }) => {
    const gates = Array.from({ length: runs }, (_, run) => gateForNoise(matrix, 1000 + run));
    return {
      dataset: name,
      runs,
      appeared: gates.filter((gate) => gate?.reason === null).length,
      silhouetteBeaten: gates.filter((gate) => gate?.reason === null || gate?.reason === "not-stable").length,
    };
  });
}

function gateForNoise(matrix: VoteMatrix, seed: number) {
  const votes = shuffleVotes(canonicalVotes(matrix), seededRandom(seed));
  const triples = function* (): VoteMatrix["votes"] & Generator {
    for (let row = 0; row < votes.rows; row++) {
      for (let i = votes.start[row] as number; i < (votes.start[row + 1] as number); i++) {
        yield [row, votes.column[i] as number, votes.value[i] as -1 | 0 | 1] as const;
      }
    }
  };
  const participants = Array.from({ length: votes.rows }, (_, row) => String(row));
  return groupParticipants({ participants, comments: votes.comments, votes: triples() }).validation;
}
