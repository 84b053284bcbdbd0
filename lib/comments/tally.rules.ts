/** What a comment adds to the tallies: how many comments and threads, each −1, 0 or 1. */
export type Change = { comments: number; threads: number };

export type Counted = {
  strategyId: string;
  lepId: string | null;
  sectionId: string;
  foundationId: string | null;
  stance: string | null;
  themeIds: string[];
};

type Row = { by: string; key: string } & Change;

/** The rows of the tallies that a comment's change touches, always in the same order, so that no two deadlock. */
export function tallyRows(comment: Counted, change: Change): Row[] {
  const rows: Row[] = [{ by: "all", key: "", ...change }];
  if (comment.foundationId) rows.push({ by: "foundation", key: comment.foundationId, ...change });
  rows.push({ by: "section", key: comment.sectionId, ...change });
  rows.push({ by: "stance", key: comment.stance ?? "", ...change });
  for (const key of [...comment.themeIds].sort()) rows.push({ by: "theme", key, ...change });
  return rows;
}
