/** The least and the most that some solution gave each cell, kept for a whole kind of cells at once (alike.ts). */
export class Reached {
  private kinds: ArrayLike<number> = [];
  private lows = new Float64Array();
  private highs = new Float64Array();

  /** @param counts a solution */
  constructor(kinds: ArrayLike<number>, counts: readonly number[]) {
    this.take(kinds, counts, counts);
  }

  least(cell: number): number {
    return this.lows[this.kinds[cell] ?? 0] ?? 0;
  }

  most(cell: number): number {
    return this.highs[this.kinds[cell] ?? 0] ?? 0;
  }

  see(cell: number, count: number): void {
    const kind = this.kinds[cell] ?? 0;
    if (count < (this.lows[kind] ?? 0)) this.lows[kind] = count;
    if (count > (this.highs[kind] ?? 0)) this.highs[kind] = count;
  }

  /** What was reached stays so when cells are hidden; but who is of a kind may be others then. */
  regroup(kinds: ArrayLike<number>): void {
    const cells = Array.from({ length: this.kinds.length }, (_, cell) => cell);
    this.take(
      kinds,
      cells.map((cell) => this.least(cell)),
      cells.map((cell) => this.most(cell)),
    );
  }

  private take(kinds: ArrayLike<number>, least: readonly number[], most: readonly number[]): void {
    const size = Array.from(kinds).reduce((largest, kind) => Math.max(largest, kind + 1), 0);
    this.lows = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.highs = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    this.kinds = kinds;
    for (let cell = 0; cell < kinds.length; cell++) {
      this.see(cell, least[cell] ?? 0);
      this.see(cell, most[cell] ?? 0);
    }
  }
}
