/** What people at work write about most, whatever the section. */
const commonThemes = ["pay", "hours-contracts", "skills", "transport-to-work"];

/** How many themes a form shows before the others: a few more than are common everywhere. */
export const likelyThemeCount = 6;

/**
 * The themes with the likely ones first: those that are common everywhere, then the section's own. The others follow in
 * their order.
 */
export function sortLikelyFirst<Theme extends { id: string }>(
  themes: readonly Theme[],
  ofSection: readonly string[],
): Theme[] {
  const likely = [...commonThemes, ...ofSection];
  const rank = ({ id }: Theme) => (likely.includes(id) ? likely.indexOf(id) : likely.length);
  return themes.toSorted((a, b) => rank(a) - rank(b));
}
