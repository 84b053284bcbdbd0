import { listGiving, type Target } from "./give";
import { canHide, listTheme } from "./hide";
import { type Model, most } from "./model";
import { type Objective, type Solver, withSolver } from "./solver";

/** What the audit may spend on LEPs linked by shared districts. */
export type Bounds = { cells: number; solves: number; milliseconds: number };
export type Progress = (step: { what: Goal | "fresh"; left: number }) => void;
/** none: it could be 0. nine: it could be 9. spread: more than one count is possible. */
type Goal = "none" | "nine" | "spread";
export type Why = Goal | "fresh" | "out of bounds";
/** Cells to hide, and for the sake of what; null where nothing would help. */
export type Search = Map<number, Why> | null;

export class OutOfBounds extends Error {}

const enough = 9;
const spread = 2;

/**
 * Attacks a model, hiding as it goes until every unshown cell could be 0 and could be 9 and no shown one is pinned.
 * (For a reader told which unshown cells are small, the others need not: they hold 10 or more in truth.)
 * Each solution found clears many cells at once, and stays one when more is hidden, so that few cells need a search
 * of their own. @throws OutOfBounds
 */
export async function searchModel(model: Model, bounds: Bounds, progress: Progress): Promise<Search> {
  if (model.cells.length > bounds.cells) throw new OutOfBounds();
  return withSolver(model, enough, (solver) => new Searcher(model, solver, bounds, progress).run());
}

class Searcher {
  private readonly hidden = new Map<number, Why>();
  private readonly least: number[];
  private readonly most: number[];
  private readonly until: number;
  private solves = 0;

  constructor(
    private readonly model: Model,
    private readonly solver: Solver,
    private readonly bounds: Bounds,
    private readonly progress: Progress,
  ) {
    this.least = model.cells.map(() => Number.POSITIVE_INFINITY);
    this.most = model.cells.map(() => Number.NEGATIVE_INFINITY);
    this.until = Date.now() + bounds.milliseconds;
  }

  async run(): Promise<Search> {
    while (!(await this.look({}))) {
      this.progress({ what: "fresh", left: 1 });
      if (!(await this.hideFor(null, "fresh"))) return null;
    }
    for (let found = true; found; ) {
      found = false;
      for (const goal of ["none", "nine", "spread"] as const) {
        for (const cell of await this.listExposed(goal)) {
          while (!(await this.reaches(cell, goal))) {
            found = true;
            if (!(await this.hideFor(this.targetOf(cell, goal), goal))) return null;
          }
        }
      }
    }
    return this.hidden;
  }

  /** Clears all it can in batches; returns the cells that a search of their own did not clear. */
  private async listExposed(goal: Goal): Promise<number[]> {
    const exposed: number[] = [];
    let left = this.model.cells.map((_, i) => i).filter((cell) => this.isOpen(cell, goal));
    while (left.length > 0) {
      this.progress({ what: goal, left: left.length });
      for (const objective of aimAt(goal, left)) await this.look(objective);
      let after = left.filter((cell) => this.isOpen(cell, goal));
      if (after.length === left.length) {
        const [one = 0, ...others] = left;
        if (!(await this.reaches(one, goal))) exposed.push(one);
        after = others.filter((cell) => this.isOpen(cell, goal));
      }
      left = after;
    }
    return exposed;
  }

  private async reaches(cell: number, goal: Goal): Promise<boolean> {
    if (this.isOpen(cell, goal)) for (const objective of aimAt(goal, [cell])) await this.look(objective);
    return !this.isOpen(cell, goal);
  }

  private isOpen(cell: number, goal: Goal): boolean {
    const [least, most] = [this.least[cell] ?? 0, this.most[cell] ?? 0];
    const unshown = this.model.cells[cell]?.shown === null || this.hidden.has(cell);
    if (goal === "spread") return !unshown && most - least < spread;
    const small = this.model.cells[cell]?.shown === null && !this.model.cells[cell]?.hidden;
    return (this.model.told ? small : unshown) && (goal === "none" ? least > 0 : most < enough);
  }

  /** Hides what stands in the target's way; if that cannot be told, the whole theme. False if nothing is left. */
  private async hideFor(target: Target, why: Why): Promise<boolean> {
    const open = (cell: number) => !this.hidden.has(cell) && canHide(this.model.cells[cell]);
    const hideable = this.model.cells.map((_, i) => i).filter(open);
    const giving =
      why === "spread" && target && open(target.cell) ? [target.cell] : await listGiving(this.model, target, hideable);
    if (giving === null) return false;
    const all = giving.length > 0 ? giving : listTheme(this.model, target ? [target.cell] : hideable).filter(open);
    for (const cell of all) {
      this.solver.relax(cell);
      this.hidden.set(cell, why);
    }
    return all.length > 0;
  }

  private targetOf(cell: number, goal: Goal): Target {
    if (goal === "none") return { cell, lower: 0, upper: 0 };
    return { cell, lower: goal === "nine" ? enough : (this.least[cell] ?? 0) + spread, upper: most };
  }

  private async look(objective: Objective): Promise<boolean> {
    if (++this.solves > this.bounds.solves || Date.now() > this.until) throw new OutOfBounds();
    if (this.solves % 20 === 0) await new Promise((resume) => setImmediate(resume)); // let others run
    const counts = this.solver.solve(objective);
    counts?.forEach((count, i) => {
      this.least[i] = Math.min(this.least[i] ?? count, count);
      this.most[i] = Math.max(this.most[i] ?? count, count);
    });
    return counts !== null;
  }
}

/** Weights differ, so that a sum that must be shared goes to few cells and clears them. */
function aimAt(goal: Goal, cells: number[]): Objective[] {
  const weights = new Map(cells.map((cell, rank) => [cell, 1 + (cells.length - rank) / cells.length]));
  const rough = cells.length > 1;
  if (goal === "none") return [{ cost: weights, rough }];
  if (goal === "nine") return [{ reward: weights, rough }];
  return [
    { cost: weights, rough },
    { cost: new Map([...weights].map(([cell, weight]) => [cell, -weight])), rough },
  ];
}
