import { peopleInCell, type ReleaseView } from "@/lib/summaries/releases/release.rules";
import { anyThemeKey, totalKey } from "@/lib/summaries/releases/release-table.rules";

type ThemeCount = { id: string; name: string; comments: number };
export type ThemeComparison = { id: string; name: string; a: number; b: number; shareA: number; shareB: number };

/**
 * The themes of two LEPs side by side: comments, and their share of all comments there (0 to 1), widest difference
 * first. A comment may have several themes, so shares may add up to more than 1.
 */
export function compareThemes(
  a: { all: number; themes: ThemeCount[] },
  b: { all: number; themes: ThemeCount[] },
): ThemeComparison[] {
  const ids = new Map([...a.themes, ...b.themes].map(({ id, name }) => [id, name]));
  const countIn = (themes: ThemeCount[], id: string) =>
    themes.reduce((sum, theme) => sum + (theme.id === id ? theme.comments : 0), 0);
  const share = (part: number, all: number) => (all === 0 ? 0 : part / all);
  return [...ids]
    .map(([id, name]) => {
      const [inA, inB] = [countIn(a.themes, id), countIn(b.themes, id)];
      return { id, name, a: inA, b: inB, shareA: share(inA, a.all), shareB: share(inB, b.all) };
    })
    .sort((x, y) => Math.abs(y.shareA - y.shareB) - Math.abs(x.shareA - x.shareB) || x.name.localeCompare(y.name));
}

type Cell = { theme?: string; sector?: string; district?: string };
export type CellComparison = { name: string; a: number | null; b: number | null; changeText: string };

/**
 * One cell in two releases, from published figures alone. A cell that is not shown may be empty or small, so its
 * change is not given as a number.
 */
export function compareCell(name: string, cell: Cell, [a, b]: [ReleaseView, ReleaseView]): CellComparison {
  const [before, after] = [peopleInCell(a, cell), peopleInCell(b, cell)];
  return { name, a: before, b: after, changeText: changeText(before, after) };
}

function changeText(before: number | null, after: number | null): string {
  if (before === null) return after === null ? "not shown in either" : "shown now";
  if (after === null) return "no longer shown";
  if (after === before) return "as it was";
  return after > before ? `${after - before} more` : `${before - after} fewer`;
}

/** The names of one kind in the tables of either release, totals left out. */
export function listCellNames(kind: "themes" | "sectors" | "districts", [a, b]: [ReleaseView, ReleaseView]): string[] {
  const totals = [anyThemeKey, totalKey];
  return [...new Set([...a.family[kind], ...b.family[kind]])].filter((name) => !totals.includes(name));
}
