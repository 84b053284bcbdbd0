import { type AuditModel, maxCount } from "./audit-model";
import { getHighs, toSparseMatrix } from "./highs-solver";
import { suppressionCost } from "./secondary-suppression";

/** A cell that must be able to hold a count from lower to upper; null where the tables must merely be able to hold. */
export type TargetInterval = { cell: number; lower: number; upper: number } | null;

/**
 * Which shown cells stand in the target's way: those that give in the cheapest linear solution in which any that may
 * be hidden can give (leave the bounds that its figure sets), each person of give at the cell's weight. Empty if
 * none need give; null if all giving together would not do.
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
    solver.options.set({ output_flag: false });
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

/** Of two cells that show unlike figures, hiding the part is the lesser. */
function cheaperPart(terms: [number, number][], suppressible: Set<number>): number {
  const cells = terms.map(([cell]) => cell);
  return cells.toReversed().find((cell) => suppressible.has(cell)) ?? cells[0] ?? 0;
}
