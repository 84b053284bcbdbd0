/** The input of a check. */
export type CheckInput = {
  text: string;
  /** Comments by this participant that are published. */
  publishedCount: number;
  /** Comments by this participant in the last hour, including this one. */
  sentInLastHour: number;
  /** Other comments on the strategy with the same text, normalised. */
  duplicateCount: number;
};

/** A span of the text, in UTF-16 units; 0 to 0 means the full comment. */
export type CheckMatch = { start: number; end: number };
export const entireComment: CheckMatch = { start: 0, end: 0 };

/**
 * An automatic check of a comment. It informs the rep and decides nothing. Raise `version` when what it finds changes.
 * `thresholds` holds the default of each threshold.
 */
export type Check = {
  name: string;
  version: number;
  /** Shown to the rep beside the comment. */
  label: string;
  thresholds: Record<string, number>;
  /** Whether a hit holds the comment for a rep where comments are published at once. */
  shouldHold: boolean;
  find: (comment: CheckInput, thresholds: Record<string, number>) => CheckMatch[];
};
