import type { Votes } from "./vote-matrix";

/** Votes of some people on one comment. `seen` includes passes. */
export type VoteTally = { agrees: number; disagrees: number; seen: number };

/** The votes of all people, and of each group, on each comment, in the order of `comments`. */
export type GroupTallies = { comments: readonly string[]; all: VoteTally[]; groups: VoteTally[][] };

/** @param grouping null if there are no groups */
export function tallyGroups(votes: Votes, grouping: { k: number; labels: Uint8Array } | null): GroupTallies {
  const blank = () => Array.from({ length: votes.columns }, (): VoteTally => ({ agrees: 0, disagrees: 0, seen: 0 }));
  const all = blank();
  const groups = Array.from({ length: grouping?.k ?? 0 }, blank);
  for (let row = 0; row < votes.rows; row++) {
    const ownGroup = grouping ? groups[grouping.labels[row] as number] : undefined;
    for (let i = votes.start[row] as number; i < (votes.start[row + 1] as number); i++) {
      const column = votes.column[i] as number;
      add(all[column], votes.value[i] as number);
      add(ownGroup?.[column], votes.value[i] as number);
    }
  }
  return { comments: votes.comments, all, groups };
}

/** The votes of everyone outside a group. */
export function subtractTally(all: VoteTally, group: VoteTally): VoteTally {
  return {
    agrees: all.agrees - group.agrees,
    disagrees: all.disagrees - group.disagrees,
    seen: all.seen - group.seen,
  };
}

function add(tally: VoteTally | undefined, vote: number): void {
  if (!tally) return;
  tally.seen += 1;
  if (vote === 1) tally.agrees += 1;
  if (vote === -1) tally.disagrees += 1;
}
