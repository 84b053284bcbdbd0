/** The change that a comment makes to the tallies: comments and threads, each −1, 0 or 1. */
export type TallyChange = { comments: number; threads: number };

export type TalliedComment = {
  strategyId: string;
  lepId: string | null;
  sectionId: string;
  foundationId: string | null;
  stance: string | null;
  themeIds: string[];
};

type TallyRow = { dimension: string; key: string } & TallyChange;

/** The rows of tallies that change with a comment, in a fixed order, which avoids deadlocks. */
export function listTallyRows(comment: TalliedComment, change: TallyChange): TallyRow[] {
  const rows: TallyRow[] = [{ dimension: "all", key: "", ...change }];
  if (comment.foundationId) rows.push({ dimension: "foundation", key: comment.foundationId, ...change });
  rows.push({ dimension: "section", key: comment.sectionId, ...change });
  rows.push({ dimension: "stance", key: comment.stance ?? "", ...change });
  for (const key of [...comment.themeIds].sort()) rows.push({ dimension: "theme", key, ...change });
  return rows;
}
