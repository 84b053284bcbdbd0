import { type AuditModel, maxCount } from "./audit-model";
import { getHighs, toSparseMatrix } from "./highs-solver";
import { suppressionCost } from "./secondary-suppression";

/** A cell that must be able to have a count from lower to upper; null if the tables need only be consistent. */
export type TargetInterval = { cell: number; lower: number; upper: number } | null;

/**
 * The shown cells to suppress so that the target becomes feasible. Each suppressible cell gets slack: it may leave the
 * bounds set by its figure at its suppression cost per person. The cells with slack in the cheapest linear solution are
 * the result: empty if none is needed, null if even slack in all of them is not enough.
 */
export async function listSlackCells(
  model: AuditModel,
  target: TargetInterval,
  suppressibleCells: number[],
): Promise<number[] | null> {
  const highs = await getHighs();
  const size = model.cells.length;
  const suppressible = new Set(suppressibleCells);
  const strictConstraints = model.constraints.filter(
    (row) => row.isStrict && row.terms.some(([cell]) => suppressible.has(cell)),
  );
  const hardConstraints = model.constraints.filter((row) => !strictConstraints.includes(row));
  const elasticCells = [
    ...suppressibleCells,
    ...strictConstraints.map(({ terms }) => cheaperPart(terms, suppressible)),
  ];
  const slackColumn = (i: number) => size + 2 * i;
  const rows = [
    ...hardConstraints,
    ...suppressibleCells.map((cell) => ({
      terms: [[cell, 1]] as [number, number][],
      lower: model.lower[cell] ?? 0,
      upper: model.upper[cell] ?? 0,
    })),
    ...strictConstraints,
  ];
  const terms = rows.map(({ terms }, r): [number, number][] =>
    r < hardConstraints.length
      ? terms
      : [...terms, [slackColumn(r - hardConstraints.length), 1], [slackColumn(r - hardConstraints.length) + 1, -1]],
  );
  const boundsOf = (low: number, high: number, cell: number): [number, number] =>
    target?.cell === cell ? [target.lower, target.upper] : suppressible.has(cell) ? [0, maxCount] : [low, high];
  const bounds = model.lower.map((low, cell) => boundsOf(low, model.upper[cell] ?? 0, cell));
  const elasticModel = {
    numCols: size + 2 * elasticCells.length,
    numRows: rows.length,
    colCost: [
      ...bounds.map(() => 0),
      ...elasticCells.flatMap((cell) => [suppressionCost(model.cells[cell]), suppressionCost(model.cells[cell])]),
    ],
    colLower: [...bounds.map(([low]) => low), ...elasticCells.flatMap(() => [0, 0])],
    colUpper: [...bounds.map(([, high]) => high), ...elasticCells.flatMap(() => [maxCount, maxCount])],
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: toSparseMatrix(terms, size + 2 * elasticCells.length),
  };
  return highs.withModel(elasticModel, (solver) => {
    solver.options.set("output_flag", false);
    solver.run();
    if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    const values = solver.getSolution().colValue;
    return [
      ...new Set(
        elasticCells.filter((_, i) => (values[slackColumn(i)] ?? 0) + (values[slackColumn(i) + 1] ?? 0) > 1e-6),
      ),
    ];
  });
}

/** Of a total and its part with different figures, suppressing the part costs less. */
function cheaperPart(terms: [number, number][], suppressible: Set<number>): number {
  const cells = terms.map(([cell]) => cell);
  return cells.toReversed().find((cell) => suppressible.has(cell)) ?? cells[0] ?? 0;
}
