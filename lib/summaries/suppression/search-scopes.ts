import { allValues, cellId } from "@/lib/summaries/disclosure/table-family";
import type { AuditModel } from "./audit-model";

/** The themes left free when a cell is searched: few at first, as a solution with the other themes fixed is a solution. */
export class SearchScopes {
  /** Any theme comes last: solutions for single themes often protect its cells too. */
  readonly themes: string[];
  /** The theme with most people first: they are the easiest to move to other cells. */
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

  /** The cell's own theme, then with themes that its members may share, at last all. */
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
