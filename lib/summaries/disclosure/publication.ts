import type { MethodParameters } from "./parameters";
import type { ReleaseDraft } from "./release-draft";
import { allValues, cellId, listCells, type TableFamily } from "./table-family";

/** One published figure. Theme "any", sector "all" and district "all" are totals; `count` is null if suppressed. */
export type PublishedFigure = { theme: string; sector: string; district: string; count: number | null };
/** A release as published, in JSON, with the LEPs that were due. */
export type PublishedRelease = {
  release: number;
  version: string;
  method: MethodParameters;
  note: string;
  leps: Record<string, PublishedFigure[]>;
};

/** The same in every release: it must not reveal whether a suppression is primary or secondary, or a figure new or old. */
export const releaseNote =
  "We do not show numbers for fewer than 10 people. We also hide some others, so that nobody can work out a small number by subtraction. A number only changes after 5 people join or leave, often some weeks later, so that nobody can see one person join or leave.";

export function toPublishedRelease(
  family: TableFamily,
  due: string[],
  draft: ReleaseDraft,
  release: number,
  version: string,
  method: MethodParameters,
): PublishedRelease {
  const figures = (lep: string): PublishedFigure[] =>
    listCells(family, lep).map((cell) => ({
      theme: cell.theme === allValues ? "any" : cell.theme,
      sector: cell.sector === allValues ? "all" : cell.sector,
      district: "lep" in cell.place ? "all" : cell.place.district,
      count: draft.get(cellId(cell))?.shown ?? null,
    }));
  return {
    release,
    version,
    method,
    note: releaseNote,
    leps: Object.fromEntries(due.map((lep) => [lep, figures(lep)])),
  };
}
