/** A stretch of a text, in order with the others; `isMarked` is shown marked, and said to who cannot see it. */
export type Segment = { text: string; isMarked: boolean };
