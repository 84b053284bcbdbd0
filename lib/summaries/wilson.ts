// The same formula in SQL: prisma/migrations/20261130000300_support_score.

/** 95%, two-sided. */
const z = 1.959964;

/**
 * The lower bound of Wilson's interval (1927) for a share. Sorting by it, 5 of 5 does not outrank 95 of 100.
 * @param agrees of `reacted`; whether passes count as reacted is the caller's choice, but must be consistent
 * @returns from 0 to 1; 0 if nobody reacted
 */
export function wilsonLowerBound(agrees: number, reacted: number): number {
  if (reacted === 0) return 0;
  const share = agrees / reacted;
  const middle = share + (z * z) / (2 * reacted);
  const half = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * reacted)) / reacted);
  return Math.max(0, (middle - half) / (1 + (z * z) / reacted));
}
