import { formatNumber } from "@/lib/numbers";
import type { Shade } from "@/lib/summaries/charts/shading";

/** A square of a tile map. `text`: its value; `label`: the same with what it measures. */
export type MapTile = {
  id: string;
  name: string;
  short: string;
  column: number;
  row: number;
  href: string;
  text: string;
  label: string;
  shade: Shade;
};

/** `href`: the page that lists what is counted; null where there is none. */
export type HeatCell = { text: string; shade: Shade; href: string | null };
export type HeatRow = { id: string; name: string; href: string | null; cells: HeatCell[] };

/** `value`: at least 0; null is not shown, and hatched. `label`: the value as text. */
export type BarRow = { id: string; name: string; href: string | null; value: number | null; label: string };

/** One column of a chart over time. `short`: its name on a narrow axis; `label`: the value as text; `events`: what happened. */
export type ChartColumn = { id: string; name: string; short: string; value: number; label: string; events: string[] };

/**
 * A bar divided in three. `parts`: at least 0; without any, no bar is drawn. `trend`: a value for each week, oldest first;
 * none is drawn where it is empty.
 */
export type StackedRow = {
  id: string;
  name: string;
  note: string;
  parts: readonly [number, number, number];
  label: string;
  trend: readonly number[];
};

/** The values of a trend, oldest first. */
export const trendText = (trend: readonly number[]): string => trend.join("; ") || "–";

/** `x`: from 0 to 100. `y`: at least 0. `label`: the values as text. `mark`: a number drawn beside the dot. */
export type DotPoint = { id: string; x: number; y: number; label: string; href: string; mark: number | null };

/** Percentages. `value` null: not shown, so the row is hatched. `reference` null: there is none. */
export type PairRow = { id: string; name: string; value: number | null; reference: number | null; label: string };

export type Drawing =
  | { kind: "tiles"; tiles: MapTile[] }
  | { kind: "heat"; name: string; columns: string[]; rows: HeatRow[] }
  | { kind: "bars"; rows: BarRow[] }
  | { kind: "columns"; columns: ChartColumn[] }
  | { kind: "stacked"; series: readonly [string, string, string]; trendName: string; rows: StackedRow[] }
  | { kind: "dots"; xName: string; yName: string; points: DotPoint[] }
  | { kind: "pairs"; valueName: string; referenceName: string; notShownName: string; rows: PairRow[] };

/** Null is not shown. */
export type TableValue = string | number | null;
/** The first value of a row is its name. */
export type ChartTable = { columns: string[]; rows: TableValue[][] };

/**
 * A chart as pages draw it, with all that its downloads hold. `title`: what it is about; `claim`: a sentence with its
 * main finding; `description`: what is drawn, and how to read it; `source`: where the figures are from.
 */
export type Chart = {
  id: string;
  title: string;
  claim: string;
  description: string;
  source: string;
  drawing: Drawing;
  table: ChartTable;
};

/** In a table, for a value that is not shown. */
export const notShownText = "not shown";

/** A value of a table as a page writes it. */
export const tableText = (value: TableValue): string => {
  if (value === null) return notShownText;
  return typeof value === "number" ? formatNumber(value) : value;
};
