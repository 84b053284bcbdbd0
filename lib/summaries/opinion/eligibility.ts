import { selectRows, type Votes, votesIn } from "./vote-matrix";

/**
 * Those with enough votes to be placed: at least min(7, number of comments); if fewer than 15 qualify, topped up to 15
 * by number of votes, none without a vote. As Polis does.
 */
export function eligibleVotes(votes: Votes): Votes {
  const floor = Math.min(7, votes.columns);
  const rows = Array.from({ length: votes.rows }, (_, row) => row).filter((row) => votesIn(votes, row) > 0);
  const enough = rows.filter((row) => votesIn(votes, row) >= floor);
  if (enough.length >= 15) return selectRows(votes, enough);
  const most = rows.sort((a, b) => votesIn(votes, b) - votesIn(votes, a) || a - b).slice(0, 15);
  return selectRows(
    votes,
    most.sort((a, b) => a - b),
  );
}
