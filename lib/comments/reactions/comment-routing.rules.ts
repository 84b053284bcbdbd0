/** How a comment was received so far. Extremity is how far out it lies for opinion groups; 0 while not known. */
export type ReactionCounts = { agrees: number; disagrees: number; passes: number; extremity: number };

/** A comment that a person may be asked about next. */
export type CommentCandidate = { id: string; priority: number };

/**
 * How much a comment deserves to be asked about next (the formula of Polis). With P passes, A agrees, S who saw it and
 * extremity E: importance = (1 − (P + 1) / (S + 2)) · (E + 1) · (A + 1) / (S + 2); priority = (importance · (1 + 8 ·
 * 2^(−S / 5)))². The last factor gives a new comment, which nobody saw, 81 times the weight that it has later.
 * @returns always above 0, so that every comment has its chance
 */
export function commentPriority({ agrees, disagrees, passes, extremity }: ReactionCounts): number {
  const seen = agrees + disagrees + passes;
  const importance = (1 - (passes + 1) / (seen + 2)) * (extremity + 1) * ((agrees + 1) / (seen + 2));
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2;
}

/**
 * The next comment, drawn in proportion to priority from those that the person has not seen: nobody chooses what is
 * asked about, and no comment is left out.
 * @param random at random, from 0 to below 1; given, so that the draw can be tested and repeated
 * @returns null when there is nothing left to ask
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
  return unseen.at(-1) ?? null; // rounding can leave a hair's breadth at the end
}
