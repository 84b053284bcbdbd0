/** What a check looks at. */
export type CheckInput = {
  text: string;
  /** Comments of this participant that were published before. */
  publishedCount: number;
  /** Comments of this participant in the last hour, this one too. */
  sentInLastHour: number;
  /** Other comments of the strategy with the same words. */
  duplicateCount: number;
};

/** A place in the text; 0 to 0 is the whole comment. */
export type CheckMatch = { start: number; end: number };
export const entireComment: CheckMatch = { start: 0, end: 0 };

/**
 * One look at a comment before a rep does: it tells the rep, and decides nothing. A change of what it finds is a new
 * version. `thresholds` names its figures with what they are when nobody has tuned them.
 */
export type Check = {
  name: string;
  version: number;
  /** What the rep reads beside the comment. */
  label: string;
  thresholds: Record<string, number>;
  /** Whether a rep looks first, where comments are published at once. */
  shouldHold: boolean;
  find: (comment: CheckInput, thresholds: Record<string, number>) => CheckMatch[];
};
