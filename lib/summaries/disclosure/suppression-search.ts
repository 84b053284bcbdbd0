import { type Model, most } from "./audit-model";
import { Reached } from "./feasibility-intervals";
import { makeSolver, type Solver } from "./highs-solver";
import { Rooms } from "./search-scopes";
import { canHide, listTheme } from "./secondary-suppression";
import { listGiving } from "./slack";
import { type Part, partOf, relax } from "./submodel";
import { kindsOf } from "./symmetry";
import { every } from "./table-family";

/** What the audit may spend on LEPs linked by shared districts. */
export type Bounds = { cells: number; solves: number; milliseconds: number };
export type Progress = (step: { what: Goal; left: number }) => void;
/** none: it could be 0. nine: it could be 9. spread: counts two apart are possible. */
export type Goal = "none" | "nine" | "spread";
export type Why = Goal | "out of bounds";
/** Cells to hide, and for the sake of what; null where nothing would help. */
export type Search = Map<number, Why> | null;

export class OutOfBounds extends Error {}

const goals = ["none", "nine", "spread"] as const;
const spread = 2;

/**
 * Attacks a model, hiding as it goes until every unshown cell could be 0 and could be 9 and no shown one is pinned.
 * (For a reader told which unshown cells are small, the others need not: they hold 10 or more in truth.)
 *
 * What makes it quick, and changes no answer: today's true counts are a solution to begin with; each solution found
 * clears many cells, and all of their kind, and stays one when more is hidden; a cell is first sought in the tables of
 * its own theme and of any theme, all others held (what is possible there is possible), and in more only if need be.
 * @throws OutOfBounds
 */
export async function searchModel(model: Model, bounds: Bounds, progress: Progress): Promise<Search> {
  if (model.cells.length > bounds.cells) throw new OutOfBounds();
  const searcher = new Searcher(model, bounds, progress);
  try {
    return await searcher.run();
  } finally {
    searcher.close();
  }
}

class Searcher {
  private readonly hidden = new Map<number, Why>();
  private readonly reached: Reached;
  private readonly solvers = new Map<string, { part: Part; solver: Solver }>();
  private readonly until: number;
  private readonly rooms: Rooms;
  private solves = 0;

  constructor(
    private readonly model: Model,
    private readonly bounds: Bounds,
    private readonly progress: Progress,
  ) {
    const today = model.cells.map(({ count }) => count);
    this.reached = new Reached(kindsOf(model, new Set()), today);
    this.rooms = new Rooms(model);
    this.until = Date.now() + bounds.milliseconds;
  }

  async run(): Promise<Search> {
    for (let before = -1; before < this.hidden.size; ) {
      before = this.hidden.size;
      for (const goal of goals) {
        for (const theme of this.rooms.themes) if (!(await this.clear(goal, theme))) return null;
      }
    }
    return this.hidden;
  }

  close(): void {
    for (const { solver } of this.solvers.values()) solver.free();
    this.solvers.clear();
  }

  /** Clears a theme's cells for a goal, hiding where it must. False if nothing is left to hide. */
  private async clear(goal: Goal, theme: string): Promise<boolean> {
    const open = this.model.cells.flatMap(({ cell }, i) => (cell.theme === theme && this.isOpen(i, goal) ? [i] : []));
    for (const [done, cell] of open.entries()) {
      if (done % 100 === 0) this.progress({ what: goal, left: open.length - done });
      while (!(await this.reaches(cell, goal))) if (!(await this.hideFor(cell, goal))) return false;
    }
    return true;
  }

  private async reaches(cell: number, goal: Goal): Promise<boolean> {
    for (const themes of this.rooms.of(cell)) {
      if (!this.isOpen(cell, goal)) return true;
      const { part, solver } = await this.solverOf(themes);
      for (const [from, to] of this.wanted(cell, goal)) await this.look(part, solver, part.of.indexOf(cell), from, to);
    }
    return !this.isOpen(cell, goal);
  }

  /** Ranges, one of which would do. */
  private wanted(cell: number, goal: Goal): [number, number][] {
    if (goal === "none") return [[0, 0]];
    if (goal === "nine") return [[this.model.enough, most]];
    return [
      [0, this.reached.most(cell) - spread],
      [this.reached.least(cell) + spread, most],
    ];
  }

  private isOpen(cell: number, goal: Goal): boolean {
    const [least, most] = [this.reached.least(cell), this.reached.most(cell)];
    const { shown, hidden = false } = this.model.cells[cell] ?? {};
    const unshown = shown === null || this.hidden.has(cell);
    if (goal === "spread") return !unshown && most - least < spread;
    return (
      (this.model.told ? shown === null && !hidden : unshown) &&
      (goal === "none" ? least > 0 : most < this.model.enough)
    );
  }

  /** Hides what stands in the cell's way; if that cannot be told, the whole theme. False if nothing is left. */
  private async hideFor(cell: number, goal: Goal): Promise<boolean> {
    const open = (i: number) => !this.hidden.has(i) && canHide(this.model.cells[i]);
    let giving: number[] = goal === "spread" && open(cell) ? [cell] : [];
    for (const themes of this.rooms.of(cell)) {
      if (giving.length > 0) break;
      const { part } = await this.solverOf(themes);
      const hideable = part.of.flatMap((i, local) => (open(i) ? [local] : []));
      const [[lower, upper] = [0, most]] = this.wanted(cell, goal).toReversed();
      const found = await listGiving(part, { cell: part.of.indexOf(cell), lower, upper }, hideable);
      giving = found?.map((local) => part.of[local] ?? -1) ?? [];
    }
    const all = giving.length > 0 ? giving : listTheme(this.model, [cell]).filter(open);
    for (const i of all) {
      relax(this.model, i, most);
      this.hidden.set(i, goal);
    }
    this.close();
    this.reached.regroup(kindsOf(this.model, new Set(this.hidden.keys())));
    return all.length > 0;
  }

  private async solverOf(themes: string[]) {
    const key = [...themes].sort().join();
    const made = this.solvers.get(key);
    if (made) return made;
    if (this.solvers.size > 3) this.close();
    const part = partOf(this.model, new Set([every, ...themes]));
    const one = { part, solver: await makeSolver(part) };
    this.solvers.set(key, one);
    return one;
  }

  private async look(part: Part, solver: Solver, cell: number, from: number, to: number): Promise<void> {
    if (++this.solves > this.bounds.solves || Date.now() > this.until) throw new OutOfBounds();
    if (this.solves % 20 === 0) await new Promise((resume) => setImmediate(resume)); // let others run
    const counts = solver.reach(cell, from, to);
    counts?.forEach((count, local) => {
      this.reached.see(part.of[local] ?? -1, count);
    });
  }
}
