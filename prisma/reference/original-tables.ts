import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import { readReference } from "@/prisma/reference/read";

type Cell = string | number | null;
type Line = Record<string, Cell>;
type Fingerprint = { file: string; rows: number; sha256: string };

/** Where the tables lie as they came to us; a clone elsewhere may not have them. */
export const originalsFolder = new URL("../../../shared/reference/", import.meta.url);
const fingerprints = readReference<Fingerprint>("originals");

/**
 * Expects a table rebuilt from our files to be the one that came to us: every row and every column.
 * The fingerprint was taken of the original, and so a clone that has no original beside it is tested too.
 * @param file the original's name, for example "leps.csv"
 * @param ours rows with the original's columns; null where it has no figure
 * @param numericColumns the columns that hold numbers; all the others are compared letter for letter
 */
export function expectOriginal(file: string, ours: Line[], numericColumns: string[] = []): void {
  if (existsSync(originalsFolder)) expect(sortedLines(ours)).toEqual(sortedLines(readOriginal(file, numericColumns)));
  const sha256 = createHash("sha256").update(sortedLines(ours).join("\n")).digest("hex");
  expect([{ file, rows: ours.length, sha256 }]).toEqual(
    fingerprints.filter((fingerprint) => fingerprint.file === file),
  );
}

/** The names of all the originals: those that have a fingerprint and those that lie beside us. */
export const originals = fingerprints.map(({ file }) => file);

function readOriginal(file: string, numericColumns: string[]): Line[] {
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

/** Each row as text with its columns in one order, so that neither order of rows nor of columns matters. */
const sortedLines = (lines: Line[]) =>
  lines.map((line) => JSON.stringify(Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
