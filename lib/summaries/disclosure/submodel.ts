import type { Model, Row } from "./audit-model";

/** A model of some of another's cells, all others held at today's counts. of: the cells' numbers in the other. */
export type Part = Model & { of: number[] };

/** The cells of some themes of a model. What is possible in a part is possible in the whole, for it holds fewer still. */
export function partOf(model: Model, themes: ReadonlySet<string>): Part {
  const of = model.cells.flatMap(({ cell }, i) => (themes.has(cell.theme) ? [i] : []));
  const number = new Map(of.map((cell, i) => [cell, i]));
  const rows = model.rows.flatMap((row): Row[] => {
    const terms: [number, number][] = [];
    let held = 0;
    for (const [cell, coefficient] of row.terms) {
      const inside = number.get(cell);
      if (inside === undefined) held += coefficient * (model.cells[cell]?.count ?? 0);
      else terms.push([inside, coefficient]);
    }
    return terms.length === 0 ? [] : [{ ...row, terms, lower: row.lower - held, upper: row.upper - held }];
  });
  return {
    of,
    cells: of.map((i) => at(model.cells, i)),
    lower: of.map((i) => at(model.lower, i)),
    upper: of.map((i) => at(model.upper, i)),
    rows,
    leps: model.leps,
    enough: model.enough,
    told: model.told,
  };
}

/** Lets a cell hold any count: it is hidden. What rested on its figure rests no more. */
export function relax(model: Model, cell: number, most: number): void {
  model.lower[cell] = 0;
  model.upper[cell] = most;
  for (const row of model.rows) if (row.unlike && row.terms.some(([i]) => i === cell)) row.lower = -most;
}

function at<T>(list: T[], i: number): T {
  return list[i] as T;
}
