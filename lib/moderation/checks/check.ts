/** What a check looks at. */
export type Checked = {
  text: string;
  /** Comments of this participant that were published before. */
  publishedBefore: number;
  /** Comments of this participant in the last hour, this one too. */
  sentLately: number;
  /** Other comments of the strategy with the same words. */
  sameWords: number;
};

/** A place in the text; 0 to 0 is the whole comment. */
export type Found = { start: number; end: number };
export const whole: Found = { start: 0, end: 0 };

/**
 * One look at a comment before a rep does: it tells the rep, and decides nothing. A change of what it finds is a new
 * version. `tuning` names its figures with what they are when nobody has tuned them.
 */
export type Check = {
  name: string;
  version: number;
  /** What the rep reads beside the comment. */
  words: string;
  tuning: Record<string, number>;
  /** Whether a rep looks first, where comments are published at once. */
  holds: boolean;
  find: (comment: Checked, tuning: Record<string, number>) => Found[];
};
