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

export type Drawing =
  | { kind: "tiles"; tiles: MapTile[] }
  | { kind: "heat"; name: string; columns: string[]; rows: HeatRow[] }
  | { kind: "bars"; rows: BarRow[] };

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
