import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";

type Cell = string | number | null;
export type Line = Record<string, Cell>;

const originalsFolder = new URL("../../scripts/test/fixtures/reference/", import.meta.url);

/** The file names of the tables as they were collected. */
export const originals = readdirSync(originalsFolder);

/**
 * Expects a table that is rebuilt from our files to equal the original in every row and column.
 * @param file the original's name, for example "leps.csv"
 * @param ours rows with the original's columns; null where there is no figure
 * @param numericColumns the columns that hold numbers; the others are compared as text
 * @param correct what was corrected in the original since it was collected
 */
export function expectOriginal(
  file: string,
  ours: Line[],
  numericColumns: string[] = [],
  correct = (lines: Line[]) => lines,
): void {
  expect(sortedLines(ours)).toEqual(sortedLines(correct(readOriginal(file, numericColumns))));
}

/** The lines of an original, as text but for the columns named. */
export function readOriginal(file: string, numericColumns: string[] = []): Line[] {
  const text = readFileSync(new URL(file, originalsFolder), "utf8");
  if (file.endsWith(".json")) return readTiles(text);
  return parse<Record<string, string>>(text, { columns: true, bom: true }).map((line) =>
    Object.fromEntries(
      Object.entries(line).map(([column, cell]) => [column, numericColumns.includes(column) ? toNumber(cell) : cell]),
    ),
  );
}

function readTiles(text: string): Line[] {
  const { layout, hexes } = JSON.parse(text) as {
    layout: string;
    hexes: Record<string, { n: string; q: number; r: number }>;
  };
  return Object.entries(hexes).map(([id, hex]) => ({ layout, id, ...hex }));
}

const toNumber = (cell: string) => (cell === "" ? null : Number(cell));

/** Rows as sorted text, so that the order of rows and columns does not matter. */
const sortedLines = (lines: Line[]) =>
  lines.map((line) => JSON.stringify(Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
