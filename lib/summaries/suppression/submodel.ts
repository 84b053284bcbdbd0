import type { AuditModel, Constraint } from "./audit-model";

/** A model of some cells of another, with the rest fixed at today's counts. `indices`: the cells' indices in the other. */
export type Submodel = AuditModel & { indices: number[] };

/** The cells of some themes. Every solution of the submodel is part of a solution of the full model. */
export function restrictModel(model: AuditModel, themes: ReadonlySet<string>): Submodel {
  const indices = model.cells.flatMap(({ cell }, i) => (themes.has(cell.theme) ? [i] : []));
  const localIndex = new Map(indices.map((cell, i) => [cell, i]));
  const constraints = model.constraints.flatMap((row): Constraint[] => {
    const terms: [number, number][] = [];
    let constant = 0;
    for (const [cell, coefficient] of row.terms) {
      const local = localIndex.get(cell);
      if (local === undefined) constant += coefficient * (model.cells[cell]?.count ?? 0);
      else terms.push([local, coefficient]);
    }
    return terms.length === 0 ? [] : [{ ...row, terms, lower: row.lower - constant, upper: row.upper - constant }];
  });
  return {
    indices,
    cells: indices.map((i) => at(model.cells, i)),
    lower: indices.map((i) => at(model.lower, i)),
    upper: indices.map((i) => at(model.upper, i)),
    constraints,
    leps: model.leps,
    upperProtections: indices.map((i) => at(model.upperProtections, i)),
    publicCounts: indices.map((i) => at(model.publicCounts, i)),
    knowsPrimary: model.knowsPrimary,
  };
}

/** Removes the bounds of a suppressed cell and the strict constraints that followed from its figure. */
export function relaxBounds(model: AuditModel, cell: number, max: number): void {
  model.lower[cell] = 0;
  model.upper[cell] = max;
  for (const row of model.constraints) if (row.isStrict && row.terms.some(([i]) => i === cell)) row.lower = -max;
}

function at<T>(list: T[], i: number): T {
  return list[i] as T;
}
