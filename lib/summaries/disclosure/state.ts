/**
 * A cell as it stands: what is shown (null: nothing), whether the audit hid it, and the record keys of the people it
 * was last counted from. Never published.
 */
export type CellState = { shown: number | null; hidden: boolean; members: number[] };

/** What the next release must know of the last ones. JSON-able, internal, never published. */
export type State = {
  release: number;
  cells: Record<string, CellState>;
  leps: Record<string, { release: number; members: number[] }>;
};

export const noState: State = { release: 0, cells: {}, leps: {} };
