import { seededRandom } from "@/lib/summaries/opinion/seeded-random";
import type { Vote, VoteMatrix } from "@/lib/summaries/opinion/vote-matrix";

/** `seenShare` of the comments are seen by each person; `camps` of people lean this way and that on two in three. */
export type VoteOptions = { participants: number; comments: number; seenShare: number; camps: number };

/** Made-up votes, the same each time; its votes are written as they are read. */
export function makeVotes({ participants, comments, seenShare, camps }: VoteOptions): VoteMatrix {
  function* votes(): Generator<readonly [number, number, Vote]> {
    const random = seededRandom(7);
    for (let p = 0; p < participants; p++) {
      for (let c = 0; c < comments; c++) {
        if (random() >= seenShare) continue;
        const lean = c % 3 === 0 ? 0.3 : ((p % camps) + c) % camps === 0 ? 0.3 : -0.3;
        const figure = random();
        yield [p, c, figure < 0.15 ? 0 : (figure - 0.15) / 0.85 < 0.5 + lean ? 1 : -1];
      }
    }
  }
  return {
    participants: Array.from({ length: participants }, (_, i) => `p${i}`),
    comments: Array.from({ length: comments }, (_, i) => `c${i}`),
    votes: votes(),
  };
}
