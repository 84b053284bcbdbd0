import { allValues } from "@/lib/summaries/disclosure/table-family";
import { type AuditModel, maxCount } from "./audit-model";
import { FeasibilityIntervals } from "./feasibility-intervals";
import { makeSolver, type Solver } from "./highs-solver";
import { SearchScopes } from "./search-scopes";
import { canSuppress, listSuppressibleInThemes } from "./secondary-suppression";
import { listSlackCells } from "./slack";
import { relaxBounds, restrictModel, type Submodel } from "./submodel";
import { symmetryClasses } from "./symmetry";

/** Limits for one group of LEPs linked by shared districts. None is of time: what is hidden must not depend on the load. */
export type SearchLimits = { cells: number; solves: number };
export type OnProgress = (step: { protection: Protection; remaining: number }) => void;
/** lower: a suppressed cell could be 0. upper: it could be 9. sliding: a shown cell has feasible counts two apart. */
export type Protection = "lower" | "upper" | "sliding";
export type SuppressionReason = Protection | "limit exceeded";
/** The cells to suppress and which protection required it; null if the model cannot be protected. */
export type SuppressionPlan = Map<number, SuppressionReason> | null;

export class LimitExceeded extends Error {}

const protections = ["lower", "upper", "sliding"] as const;
const slidingWidth = 2;

/**
 * Finds secondary suppressions until every cell has its protection. If the reader knows which suppressions are primary,
 * only those need lower and upper protection: the other suppressed cells truly have 10 members or more.
 *
 * The search is fast, with the same result, because today's true counts are the first solution; each solution extends
 * the feasibility intervals of many cells and their symmetry classes, and stays feasible after further suppressions;
 * and a cell is first searched within its own theme, with other themes fixed (see SearchScopes).
 * @throws LimitExceeded
 */
export async function searchSuppressions(
  model: AuditModel,
  limits: SearchLimits,
  progress: OnProgress,
): Promise<SuppressionPlan> {
  if (model.cells.length > limits.cells) throw new LimitExceeded();
  const search = new SuppressionSearch(model, limits, progress);
  try {
    return await search.run();
  } finally {
    search.close();
  }
}

class SuppressionSearch {
  private readonly suppressed = new Map<number, SuppressionReason>();
  private readonly intervals: FeasibilityIntervals;
  private readonly solvers = new Map<string, { part: Submodel; solver: Solver }>();
  private readonly scopes: SearchScopes;
  private solveCount = 0;

  constructor(
    private readonly model: AuditModel,
    private readonly limits: SearchLimits,
    private readonly progress: OnProgress,
  ) {
    const today = model.cells.map(({ count }) => count);
    this.intervals = new FeasibilityIntervals(symmetryClasses(model, new Set()), today);
    this.scopes = new SearchScopes(model);
  }

  async run(): Promise<SuppressionPlan> {
    for (let before = -1; before < this.suppressed.size; ) {
      before = this.suppressed.size;
      for (const protection of protections) {
        for (const theme of this.scopes.themes) if (!(await this.protectTheme(protection, theme))) return null;
      }
    }
    return this.suppressed;
  }

  close(): void {
    for (const { solver } of this.solvers.values()) solver.dispose();
    this.solvers.clear();
  }

  /** Gives a theme's cells a protection, with suppressions where needed. @returns false if nothing is left to suppress */
  private async protectTheme(protection: Protection, theme: string): Promise<boolean> {
    const unprotected = this.model.cells.flatMap(({ cell }, i) =>
      cell.theme === theme && this.isUnprotected(i, protection) ? [i] : [],
    );
    for (const [done, cell] of unprotected.entries()) {
      if (done % 100 === 0) this.progress({ protection, remaining: unprotected.length - done });
      while (!(await this.isReachable(cell, protection))) if (!(await this.suppressFor(cell, protection))) return false;
    }
    return true;
  }

  private async isReachable(cell: number, protection: Protection): Promise<boolean> {
    for (const themes of this.scopes.scopesFor(cell)) {
      if (!this.isUnprotected(cell, protection)) return true;
      const { part, solver } = await this.getSolver(themes);
      for (const [from, to] of this.targetIntervals(cell, protection))
        await this.probe(part, solver, part.indices.indexOf(cell), from, to);
    }
    return !this.isUnprotected(cell, protection);
  }

  /** Intervals of counts, any one of which would protect the cell. */
  private targetIntervals(cell: number, protection: Protection): [number, number][] {
    if (protection === "lower") return [[0, 0]];
    if (protection === "upper") return [[this.model.upperProtections[cell] ?? 0, maxCount]];
    return [
      [0, this.intervals.upper(cell) - slidingWidth],
      [this.intervals.lower(cell) + slidingWidth, maxCount],
    ];
  }

  private isUnprotected(cell: number, protection: Protection): boolean {
    if (this.model.publicCounts[cell] != null) return false; // there is nothing to protect
    const [lower, upper] = [this.intervals.lower(cell), this.intervals.upper(cell)];
    const { shown, isSecondary = false } = this.model.cells[cell] ?? {};
    const isUnshown = shown === null || this.suppressed.has(cell);
    if (protection === "sliding") return !isUnshown && upper - lower < slidingWidth;
    return (
      (this.model.knowsPrimary ? shown === null && !isSecondary : isUnshown) &&
      (protection === "lower" ? lower > 0 : upper < (this.model.upperProtections[cell] ?? 0))
    );
  }

  /** Suppresses the cells with slack, or the entire theme if there are none. @returns false if nothing is left to suppress */
  private async suppressFor(cell: number, protection: Protection): Promise<boolean> {
    const isSuppressible = (i: number) =>
      !this.suppressed.has(i) && this.model.publicCounts[i] == null && canSuppress(this.model.cells[i]);
    let slackCells: number[] = protection === "sliding" && isSuppressible(cell) ? [cell] : [];
    for (const themes of this.scopes.scopesFor(cell)) {
      if (slackCells.length > 0) break;
      const { part } = await this.getSolver(themes);
      const suppressibleCells = part.indices.flatMap((i, local) => (isSuppressible(i) ? [local] : []));
      const [[lower, upper] = [0, maxCount]] = this.targetIntervals(cell, protection).toReversed();
      const found = await listSlackCells(part, { cell: part.indices.indexOf(cell), lower, upper }, suppressibleCells);
      slackCells = found?.map((local) => part.indices[local] ?? -1) ?? [];
    }
    const toSuppress =
      slackCells.length > 0 ? slackCells : listSuppressibleInThemes(this.model, [cell]).filter(isSuppressible);
    for (const i of toSuppress) {
      relaxBounds(this.model, i, maxCount);
      this.suppressed.set(i, protection);
    }
    this.close();
    this.intervals.regroup(symmetryClasses(this.model, new Set(this.suppressed.keys())));
    return toSuppress.length > 0;
  }

  private async getSolver(themes: string[]) {
    const key = [...themes].sort().join();
    const existing = this.solvers.get(key);
    if (existing) return existing;
    if (this.solvers.size > 3) this.close();
    const part = restrictModel(this.model, new Set([allValues, ...themes]));
    const entry = { part, solver: await makeSolver(part) };
    this.solvers.set(key, entry);
    return entry;
  }

  private async probe(part: Submodel, solver: Solver, cell: number, from: number, to: number): Promise<void> {
    if (++this.solveCount > this.limits.solves) throw new LimitExceeded();
    if (this.solveCount % 20 === 0) await new Promise((resume) => setImmediate(resume)); // let other work run
    const counts = solver.findSolution(cell, from, to);
    counts?.forEach((count, local) => {
      this.intervals.extend(part.indices[local] ?? -1, count);
    });
  }
}
