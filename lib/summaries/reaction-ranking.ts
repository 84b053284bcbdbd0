import { wilsonLowerBound } from "./wilson";

export type Reactions = { agrees: number; disagrees: number; passes: number };

/** How a comment was received. Shares are of all who reacted, from 0 to 1; null when nobody did. */
export type ReactionShares = {
  reacted: number;
  agreed: number | null;
  disagreed: number | null;
  passed: number | null;
};

export function reactionShares({ agrees, disagrees, passes }: Reactions): ReactionShares {
  const reacted = agrees + disagrees + passes;
  const share = (count: number) => (reacted === 0 ? null : count / reacted);
  return { reacted, agreed: share(agrees), disagreed: share(disagrees), passed: share(passes) };
}

/**
 * The most supported first, by Wilson's lower bound of the share who agree among all who reacted, passes included: to
 * pass is not to support. Then by how many agree, then by id, so that the order is always the same.
 */
export function sortBySupport<Comment extends Reactions & { id: string }>(comments: readonly Comment[]): Comment[] {
  const bound = (c: Comment) => wilsonLowerBound(c.agrees, c.agrees + c.disagrees + c.passes);
  return [...comments].sort((a, b) => bound(b) - bound(a) || b.agrees - a.agrees || (a.id < b.id ? -1 : 1));
}

/** The share of passes in all reactions to these comments: high where people do not understand, or do not care. */
export function passRate(comments: readonly Reactions[]): number | null {
  const total = comments.reduce(
    (sum, { agrees, disagrees, passes }) => ({
      agrees: sum.agrees + agrees,
      disagrees: sum.disagrees + disagrees,
      passes: sum.passes + passes,
    }),
    { agrees: 0, disagrees: 0, passes: 0 },
  );
  return reactionShares(total).passed;
}

/** How evenly a comment splits those who reacted: 1 when half agree and half disagree, 0 when one side is alone. */
export function evenness({ agrees, disagrees, passes }: Reactions): number {
  const reacted = agrees + disagrees + passes;
  return reacted === 0 ? 0 : (2 * Math.min(agrees, disagrees)) / reacted;
}
