import { countVotes, selectRows, type Votes } from "./vote-matrix";

/**
 * The people with enough votes for the analysis, as in Polis: at least min(7, number of comments); if fewer than 15
 * qualify, the 15 with most votes, but nobody without a vote.
 */
export function selectEligibleVotes(votes: Votes): Votes {
  const minVotes = Math.min(7, votes.columns);
  const rows = Array.from({ length: votes.rows }, (_, row) => row).filter((row) => countVotes(votes, row) > 0);
  const enough = rows.filter((row) => countVotes(votes, row) >= minVotes);
  if (enough.length >= 15) return selectRows(votes, enough);
  const mostActive = rows.sort((a, b) => countVotes(votes, b) - countVotes(votes, a) || a - b).slice(0, 15);
  return selectRows(
    votes,
    mostActive.sort((a, b) => a - b),
  );
}
