import type { Model } from "./audit-model";
import { cellId, every } from "./table-family";

/** How much of a model is let move for a cell's sake: a little at first, for what is possible there is possible. */
export class Rooms {
  /** Any theme last: what is cleared in a theme is often cleared in it too. */
  readonly themes: string[];
  /** The theme with most people first: they can be thought elsewhere. */
  private readonly busiest: string[];
  private readonly number: Map<string, number>;

  constructor(private readonly model: Model) {
    this.number = new Map(model.cells.map(({ id }, i) => [id, i]));
    const themes = new Set(model.cells.map(({ cell }) => cell.theme));
    this.themes = [...[...themes].filter((theme) => theme !== every), every];
    const people = (theme: string) =>
      model.cells.reduce(
        (sum, { cell, count }) => sum + (cell.theme === theme && cell.sector === every ? count : 0),
        0,
      );
    this.busiest = this.themes.slice(0, -1).sort((a, b) => people(b) - people(a));
  }

  /** The themes that are let move: its own, then those that people in it wrote on too, then all. */
  *of(cell: number): Generator<string[]> {
    const { theme, sector, place } = this.model.cells[cell]?.cell ?? {
      theme: every,
      sector: every,
      place: { lep: "" },
    };
    const counts = this.themes.flatMap((other): [string, number][] => {
      const count = this.model.cells[this.number.get(cellId({ theme: other, sector, place })) ?? -1]?.count ?? 0;
      return other !== every && other !== theme && count > 0 ? [[other, count]] : [];
    });
    const near = counts.sort(([, a], [, b]) => b - a).map(([name]) => name);
    const quiet = this.themes.find((name) => name !== every && name !== theme && !near.includes(name)) ?? every;
    if (theme !== every) yield [theme];
    if (theme !== every) yield [theme, ...this.busiest.slice(0, 2)];
    yield [theme, ...near, quiet, ...this.busiest.slice(0, 4)];
    yield this.themes;
  }
}
