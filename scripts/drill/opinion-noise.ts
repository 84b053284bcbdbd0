import { groupParticipants } from "@/lib/summaries/opinion/opinion-analysis";
import { seededRandom } from "@/lib/summaries/opinion/seeded-random";
import { canonicalVotes, type VoteMatrix } from "@/lib/summaries/opinion/vote-matrix";
import { shuffleVotes } from "@/lib/summaries/opinion/vote-permutation";
import { polisNames, readPolisConversation } from "@/scripts/test/polis-conversation";

export type OpinionDrill = { dataset: string; runs: number; appeared: number; silhouetteBeaten: number };

/**
 * How often opinion groups appear in noise: the votes of each Polis conversation, shuffled within each comment,
 * go through the complete analysis, its validation included. At most 5 runs in 100 may find groups.
 * @param runs for each Polis conversation
 */
export function drillOpinionNoise(runs = 100): OpinionDrill[] {
  return polisNames.map((name) => {
    const matrix = readPolisConversation(name);
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
