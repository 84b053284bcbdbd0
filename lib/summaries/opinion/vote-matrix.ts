/** A reaction as a number: agree 1, pass 0, disagree −1. */
export type Vote = -1 | 0 | 1;

/**
 * Votes as [index into participants, index into comments, reaction]. A comment that a person did not react to has no
 * vote. `votes` may be any iterable, so that a query can stream them.
 */
export type VoteMatrix = {
  participants: readonly string[];
  comments: readonly string[];
  votes: Iterable<readonly [participant: number, comment: number, vote: Vote]>;
};

/**
 * A vote matrix in canonical order, as compressed sparse rows: row i has the votes from start[i] to start[i + 1] − 1, in
 * order of column. `sources[i]` is the index of row i's participant in the original matrix.
 */
export type Votes = {
  rows: number;
  columns: number;
  start: Int32Array;
  column: Int32Array;
  value: Int8Array;
  sources: Int32Array;
  comments: string[];
};

/**
 * Puts a matrix in canonical order: columns by their counts of votes, ties by the comment's public random id; rows by
 * their votes alone. People with equal votes are interchangeable, so neither the order of rows nor the participants' ids
 * can change the result. Comments without votes are left out.
 * @throws RangeError if an index is out of range, a vote is not −1, 0 or 1, or a person has two votes on one comment
 */
export function canonicalVotes(matrix: VoteMatrix): Votes {
  const rows = readRows(matrix);
  const order = columnOrder(matrix, rows);
  const columnOf = new Int32Array(matrix.comments.length).fill(-1);
  order.forEach((comment, column) => {
    columnOf[comment] = column;
  });
  const sorted = rows.map((row, source) => ({
    source,
    codes: Int32Array.from(row, (code) => (columnOf[Math.floor(code / 3)] as number) * 3 + (code % 3)).sort(),
  }));
  sorted.sort((a, b) => compareRows(a.codes, b.codes));
  return packRows(
    sorted,
    order.map((comment) => matrix.comments[comment] as string),
  );
}

/** The given rows in the given order; a row may be repeated. */
export function selectRows(votes: Votes, rows: ArrayLike<number>): Votes {
  const start = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) start[i + 1] = (start[i] as number) + countVotes(votes, rows[i] as number);
  const column = new Int32Array(start[rows.length] as number);
  const value = new Int8Array(column.length);
  const sources = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const from = votes.start[row] as number;
    const to = votes.start[row + 1] as number;
    column.set(votes.column.subarray(from, to), start[i] as number);
    value.set(votes.value.subarray(from, to), start[i] as number);
    sources[i] = votes.sources[row] as number;
  }
  return { ...votes, rows: rows.length, start, column, value, sources };
}

export function countVotes(votes: Votes, row: number): number {
  return (votes.start[row + 1] as number) - (votes.start[row] as number);
}

/** Encodes a vote as one integer: comment × 3 + reaction + 1. */
function readRows({ participants, comments, votes }: VoteMatrix): number[][] {
  const rows: number[][] = participants.map(() => []);
  for (const [participant, comment, vote] of votes) {
    const row = rows[participant];
    if (!row || comments[comment] === undefined) throw new RangeError("a vote of an unknown participant or comment");
    if (vote !== -1 && vote !== 0 && vote !== 1) throw new RangeError("a vote is -1, 0 or 1");
    row.push(comment * 3 + vote + 1);
  }
  return rows;
}

function columnOrder({ comments }: VoteMatrix, rows: number[][]): number[] {
  const counts = new Int32Array(comments.length * 3);
  for (const row of rows) for (const code of row) counts[code] = (counts[code] as number) + 1;
  const count = (comment: number, vote: number) => counts[comment * 3 + vote] as number;
  return Array.from(comments.keys())
    .filter((comment) => count(comment, 0) + count(comment, 1) + count(comment, 2) > 0)
    .sort(
      (a, b) =>
        count(b, 2) - count(a, 2) ||
        count(b, 0) - count(a, 0) ||
        count(b, 1) - count(a, 1) ||
        ((comments[a] as string) < (comments[b] as string) ? -1 : 1),
    );
}

function compareRows(a: Int32Array, b: Int32Array): number {
  if (a.length !== b.length) return b.length - a.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return 0;
}

function packRows(sorted: { source: number; codes: Int32Array }[], comments: string[]): Votes {
  const start = new Int32Array(sorted.length + 1);
  sorted.forEach(({ codes }, row) => {
    start[row + 1] = (start[row] as number) + codes.length;
  });
  const column = new Int32Array(start[sorted.length] as number);
  const value = new Int8Array(column.length);
  let at = 0;
  for (const { codes } of sorted) {
    for (let i = 0; i < codes.length; i++, at++) {
      column[at] = Math.floor((codes[i] as number) / 3);
      value[at] = ((codes[i] as number) % 3) - 1;
      if (i > 0 && column[at] === column[at - 1]) throw new RangeError("two votes of one person on one comment");
    }
  }
  const sources = Int32Array.from(sorted, ({ source }) => source);
  return { rows: sorted.length, columns: comments.length, start, column, value, sources, comments };
}
