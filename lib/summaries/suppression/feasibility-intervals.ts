/** The least and the greatest count found for each cell so far, stored once for each symmetry class (symmetry.ts). */
export class FeasibilityIntervals {
  private classes: ArrayLike<number> = [];
  private lows = new Float64Array();
  private highs = new Float64Array();

  /** @param counts a solution */
  constructor(classes: ArrayLike<number>, counts: readonly number[]) {
    this.assign(classes, counts, counts);
  }

  lower(cell: number): number {
    return this.lows[this.classes[cell] ?? 0] ?? 0;
  }

  upper(cell: number): number {
    return this.highs[this.classes[cell] ?? 0] ?? 0;
  }

  extend(cell: number, count: number): void {
    const symmetryClass = this.classes[cell] ?? 0;
    if (count < (this.lows[symmetryClass] ?? 0)) this.lows[symmetryClass] = count;
    if (count > (this.highs[symmetryClass] ?? 0)) this.highs[symmetryClass] = count;
  }

  /** After suppressions the classes may differ; counts that were found remain feasible. */
  regroup(classes: ArrayLike<number>): void {
    const cells = Array.from({ length: this.classes.length }, (_, cell) => cell);
    this.assign(
      classes,
      cells.map((cell) => this.lower(cell)),
      cells.map((cell) => this.upper(cell)),
    );
  }

  private assign(classes: ArrayLike<number>, least: readonly number[], most: readonly number[]): void {
    const size = Array.from(classes).reduce((largest, symmetryClass) => Math.max(largest, symmetryClass + 1), 0);
    this.lows = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.highs = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    this.classes = classes;
    for (let cell = 0; cell < classes.length; cell++) {
      this.extend(cell, least[cell] ?? 0);
      this.extend(cell, most[cell] ?? 0);
    }
  }
}
