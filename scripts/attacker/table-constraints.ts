import { cellOf, type Reading } from "./release-parser";

/** lower ≤ Σ coefficient × count ≤ upper, over cells by name. */
export type Relation = { terms: [string, number][]; lower: number; upper: number };

const wide = 1e6;

/** All that holds between the true counts of one release: totals, themes within any theme, and same people same figure. */
export function listRelations({ cells, leps, method }: Reading): Relation[] {
  const all = [...cells.values()];
  const themes = [...new Set(all.map(({ theme }) => theme))];
  const sectors = [...new Set(all.map(({ sector }) => sector))].filter((sector) => sector !== "all");
  const relations: Relation[] = [];
  const total = (whole: string, parts: string[]) => {
    if (parts.length === 0) return; // a table without this breakdown
    relations.push({ terms: [[whole, -1], ...parts.map((part): [string, number] => [part, 1])], lower: 0, upper: 0 });
    for (const part of parts) addUnlike(whole, part);
  };
  const addUnlike = (whole: string, part: string) => {
    const [a, b] = [cells.get(whole), cells.get(part)];
    const [first, second] = [a?.figures[0] ?? null, b?.figures[0] ?? null];
    // Sound only where both were counted just now: at a cell's first figure or at a new one, or where nothing holds
    // figures back.
    const isFresh = (read: typeof a) => read !== undefined && (method.gate <= 1 || read.before !== read.figures[0]);
    if (isFresh(a) && isFresh(b) && first !== null && second !== null && first !== second) {
      relations.push({
        terms: [
          [whole, 1],
          [part, -1],
        ],
        lower: 1,
        upper: wide,
      });
    }
  };
  for (const theme of themes) {
    for (const district of new Set([...leps.values()].flat())) {
      const place = `district:${district}`;
      total(
        cellOf(theme, "all", place),
        sectors.map((sector) => cellOf(theme, sector, place)),
      );
    }
    for (const [lep, districts] of leps) {
      for (const sector of ["all", ...sectors]) {
        total(
          cellOf(theme, sector, `lep:${lep}`),
          districts.map((district) => cellOf(theme, sector, `district:${district}`)),
        );
      }
    }
  }
  for (const { cell, sector, place } of all.filter(({ theme }) => theme === "any")) {
    const parts = themes.filter((theme) => theme !== "any").map((theme) => cellOf(theme, sector, place));
    for (const part of parts) {
      relations.push({
        terms: [
          [cell, 1],
          [part, -1],
        ],
        lower: 0,
        upper: wide,
      });
      addUnlike(cell, part);
    }
    if (parts.length > 0)
      relations.push({
        terms: [[cell, -1], ...parts.map((part): [string, number] => [part, 1])],
        lower: 0,
        upper: wide,
      });
  }
  return relations;
}
