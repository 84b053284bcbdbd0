/** Reactions to a comment so far. Extremity is its distance from the centre of the opinion space; 0 while unknown. */
export type ReactionCounts = { agrees: number; disagrees: number; passes: number; extremity: number };

/** A comment that may be shown to a person next. */
export type CommentCandidate = { id: string; priority: number };

/**
 * The priority of a comment for being shown next (the formula of Polis). With P passes, A agrees, S reactions in all and
 * extremity E: importance = (1 − (P + 1) / (S + 2)) · (E + 1) · (A + 1) / (S + 2); priority = (importance · (1 + 8 ·
 * 2^(−S / 5)))². The last factor gives a new comment 81 times the weight that it has later.
 * @returns always above 0, so that every comment can be drawn
 */
export function commentPriority({ agrees, disagrees, passes, extremity }: ReactionCounts): number {
  const seen = agrees + disagrees + passes;
  const importance = (1 - (passes + 1) / (seen + 2)) * (extremity + 1) * ((agrees + 1) / (seen + 2));
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2;
}

/**
 * Draws the next comment in proportion to priority from those that the person has not seen.
 * @param random uniform in [0, 1); a parameter so that tests can repeat a draw
 * @returns null when the person has seen them all
 */
export function drawCandidate<C extends CommentCandidate>(
  candidates: readonly C[],
  random: number,
  seen: ReadonlySet<string> = new Set(),
): C | null {
  const unseen = candidates.filter(({ id, priority }) => !seen.has(id) && priority > 0);
  let remaining = random * unseen.reduce((sum, { priority }) => sum + priority, 0);
  for (const candidate of unseen) {
    remaining -= candidate.priority;
    if (remaining < 0) return candidate;
  }
  return unseen.at(-1) ?? null; // rounding can leave a remainder at the end
}
