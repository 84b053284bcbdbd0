import { allValues, cellId } from "@/lib/summaries/disclosure/table-family";
import type { AuditModel } from "./audit-model";

/** How much of a model is let move for a cell's sake: a little at first, for what is possible there is possible. */
export class SearchScopes {
  /** Any theme last: what is cleared in a theme is often cleared in it too. */
  readonly themes: string[];
  /** The theme with most people first: they can be thought elsewhere. */
  private readonly busiest: string[];
  private readonly indexById: Map<string, number>;

  constructor(private readonly model: AuditModel) {
    this.indexById = new Map(model.cells.map(({ id }, i) => [id, i]));
    const themes = new Set(model.cells.map(({ cell }) => cell.theme));
    this.themes = [...[...themes].filter((theme) => theme !== allValues), allValues];
    const people = (theme: string) =>
      model.cells.reduce(
        (sum, { cell, count }) => sum + (cell.theme === theme && cell.sector === allValues ? count : 0),
        0,
      );
    this.busiest = this.themes.slice(0, -1).sort((a, b) => people(b) - people(a));
  }

  /** The themes that are let move: its own, then those that people in it wrote on too, then all. */
  *scopesFor(cell: number): Generator<string[]> {
    const { theme, sector, place } = this.model.cells[cell]?.cell ?? {
      theme: allValues,
      sector: allValues,
      place: { lep: "" },
    };
    const counts = this.themes.flatMap((other): [string, number][] => {
      const count = this.model.cells[this.indexById.get(cellId({ theme: other, sector, place })) ?? -1]?.count ?? 0;
      return other !== allValues && other !== theme && count > 0 ? [[other, count]] : [];
    });
    const cooccurring = counts.sort(([, a], [, b]) => b - a).map(([name]) => name);
    const unusedTheme =
      this.themes.find((name) => name !== allValues && name !== theme && !cooccurring.includes(name)) ?? allValues;
    if (theme !== allValues) yield [theme];
    if (theme !== allValues) yield [theme, ...this.busiest.slice(0, 2)];
    yield [theme, ...cooccurring, unusedTheme, ...this.busiest.slice(0, 4)];
    yield this.themes;
  }
}
