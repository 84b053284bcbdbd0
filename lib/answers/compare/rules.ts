type Counted = { id: string; name: string; comments: number };
export type Compared = { id: string; name: string; a: number; b: number; shareA: number; shareB: number };

/**
 * The themes of two LEPs side by side: comments, and their share of all comments there (0 to 1). The widest apart
 * first; a comment may have several themes, so shares may add up to more than one.
 */
export function compareThemes(
  a: { all: number; themes: Counted[] },
  b: { all: number; themes: Counted[] },
): Compared[] {
  const ids = new Map([...a.themes, ...b.themes].map(({ id, name }) => [id, name]));
  const countIn = (themes: Counted[], id: string) =>
    themes.reduce((sum, theme) => sum + (theme.id === id ? theme.comments : 0), 0);
  const share = (part: number, all: number) => (all === 0 ? 0 : part / all);
  return [...ids]
    .map(([id, name]) => {
      const [inA, inB] = [countIn(a.themes, id), countIn(b.themes, id)];
      return { id, name, a: inA, b: inB, shareA: share(inA, a.all), shareB: share(inB, b.all) };
    })
    .sort((x, y) => Math.abs(y.shareA - y.shareB) - Math.abs(x.shareA - x.shareB) || x.name.localeCompare(y.name));
}
