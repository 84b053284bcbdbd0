import { cellName, type ParsedRelease } from "./release-parser";

/** lower ≤ Σ coefficient × count ≤ upper; `terms`: [name of the cell, coefficient]. */
export type TableConstraint = { terms: [string, number][]; lower: number; upper: number };

const unbounded = 1e6;

/** Constraints on the true counts of one release: totals, themes within any theme, and that equal members give equal figures. */
export function listTableConstraints({ cells, leps, method }: ParsedRelease): TableConstraint[] {
  const all = [...cells.values()];
  const themes = [...new Set(all.map(({ theme }) => theme))];
  const sectors = [...new Set(all.map(({ sector }) => sector))].filter((sector) => sector !== "all");
  const constraints: TableConstraint[] = [];
  const addTotalConstraint = (totalCell: string, parts: string[]) => {
    if (parts.length === 0) return; // a table without this breakdown
    constraints.push({
      terms: [[totalCell, -1], ...parts.map((part): [string, number] => [part, 1])],
      lower: 0,
      upper: 0,
    });
    for (const part of parts) addStrictConstraint(totalCell, part);
  };
  const addStrictConstraint = (totalCell: string, part: string) => {
    const [a, b] = [cells.get(totalCell), cells.get(part)];
    const [first, second] = [a?.figures[0] ?? null, b?.figures[0] ?? null];
    // Sound only if both were counted in this release: at a first or a new figure, or if no gate holds figures back.
    const isFresh = (cell: typeof a) => cell !== undefined && (method.gate <= 1 || cell.before !== cell.figures[0]);
    if (isFresh(a) && isFresh(b) && first !== null && second !== null && first !== second) {
      constraints.push({
        terms: [
          [totalCell, 1],
          [part, -1],
        ],
        lower: 1,
        upper: unbounded,
      });
    }
  };
  for (const theme of themes) {
    for (const district of new Set([...leps.values()].flat())) {
      const place = `district:${district}`;
      addTotalConstraint(
        cellName(theme, "all", place),
        sectors.map((sector) => cellName(theme, sector, place)),
      );
    }
    for (const [lep, districts] of leps) {
      for (const sector of ["all", ...sectors]) {
        addTotalConstraint(
          cellName(theme, sector, `lep:${lep}`),
          districts.map((district) => cellName(theme, sector, `district:${district}`)),
        );
      }
    }
  }
  for (const { cell, sector, place } of all.filter(({ theme }) => theme === "any")) {
    const parts = themes.filter((theme) => theme !== "any").map((theme) => cellName(theme, sector, place));
    for (const part of parts) {
      constraints.push({
        terms: [
          [cell, 1],
          [part, -1],
        ],
        lower: 0,
        upper: unbounded,
      });
      addStrictConstraint(cell, part);
    }
    if (parts.length > 0)
      constraints.push({
        terms: [[cell, -1], ...parts.map((part): [string, number] => [part, 1])],
        lower: 0,
        upper: unbounded,
      });
  }
  return constraints;
}
