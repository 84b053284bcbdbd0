import { groupParticipants } from "@/lib/summaries/opinion/opinion-analysis";
import { makeVotes } from "@/scripts/drill/synthetic-votes";

export type OpinionBench = {
  participants: number;
  comments: number;
  votes: number;
  seconds: number;
  peakMegabytes: number;
  shown: boolean;
};

/**
 * Opinion groups with all their checks: 99 shuffles and 49 resamples, on one core, as the weekly job does. By default
 * each person saw one comment in nine: 100 of 900, more than most ever do.
 * The peak is that of the process so far, so run it in a process of its own.
 */
export function benchOpinion(participants = 2000, comments = 900, seenShares = [1 / 9]): OpinionBench[] {
  return seenShares.map((seenShare) => {
    const matrix = makeVotes({ participants, comments, seenShare, camps: 3 });
    const start = performance.now();
    const { votes, validation } = groupParticipants(matrix);
    return {
      participants,
      comments,
      votes: votes.column.length,
      seconds: Math.round((performance.now() - start) / 100) / 10,
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      shown: validation?.reason === null,
    };
  });
}
