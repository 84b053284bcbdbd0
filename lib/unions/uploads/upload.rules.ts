import { entryInput } from "@/lib/unions/meetings/meeting-record.schema";
import type { Stance } from "@/prisma/generated/enums";

export const mostRows = 500;
/** Bytes. */
export const largestFile = 1024 * 1024;
export const columns = ["comment", "section", "stance", "district"] as const;
type Column = (typeof columns)[number];

/** What the words of a sheet may stand for. */
export type Known = { sections: number[]; districts: { id: string; name: string }[] };

export type GoodRow = { row: number; text: string; section: number; stance: Stance | null; district: string | null };

/** Something wrong in the sheet; `row` counts as a spreadsheet does, its heading is 1. */
export type Problem = { row: number; column: string; message: string };

export type Checked = { good: GoodRow[]; problems: Problem[]; duplicates: { row: number; of: number }[] };

/** Checks every row, and names every row and column that is wrong. */
export function checkRows(rows: readonly string[][], known: Known): Checked {
  const result: Checked = { good: [], problems: [], duplicates: [] };
  const places = findColumns(rows[0] ?? [], result.problems);
  if (result.problems.length > 0) return result;
  const seen = new Map<string, number>();
  for (const [at, cells] of rows.entries()) {
    if (at === 0 || cells.every((cell) => cell.trim() === "")) continue;
    const row = at + 1;
    const cell = (column: Column) => cells[places[column]] ?? "";
    const good = checkRow(row, cell, known, result.problems);
    if (!good) continue;
    const same = JSON.stringify([good.text.trim().toLowerCase(), good.section, good.stance, good.district]);
    const of = seen.get(same);
    if (of !== undefined) result.duplicates.push({ row, of });
    else {
      seen.set(same, row);
      result.good.push(good);
    }
  }
  if (result.good.length > mostRows) {
    const message = `There are ${result.good.length} rows. A file can have ${mostRows}: split it.`;
    result.problems.push({ row: mostRows + 2, column: "", message });
  }
  if (result.good.length === 0 && result.problems.length === 0) {
    result.problems.push({ row: 2, column: "comment", message: "There are no comments under the heading." });
  }
  return result;
}

function findColumns(heading: readonly string[], problems: Problem[]): Record<Column, number> {
  const names = heading.map((name) => name.trim().toLowerCase());
  const wrong = (column: string, message: string) => problems.push({ row: 1, column, message });
  for (const needed of ["comment", "section"] as const) {
    if (!names.includes(needed)) wrong(needed, `The heading has no column “${needed}”.`);
  }
  for (const [at, name] of names.entries()) {
    if (name === "") continue;
    if (!columns.some((column) => column === name))
      wrong(name.slice(0, 40), `We do not know this column. Take it out.`);
    else if (names.indexOf(name) !== at) wrong(name, "This column is there twice.");
  }
  return Object.fromEntries(columns.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
}

function checkRow(row: number, cell: (column: Column) => string, known: Known, problems: Problem[]): GoodRow | null {
  const before = problems.length;
  const wrong = (column: Column, message: string) => problems.push({ row, column, message });
  const text = entryInput.shape.text.safeParse(cell("comment"));
  if (!text.success) wrong("comment", text.error.issues[0]?.message ?? "This cannot be read.");
  const section = Number(cell("section").trim() || Number.NaN);
  if (!known.sections.includes(section)) wrong("section", `Give the number of a part, ${span(known.sections)}.`);
  const stance = stanceOf(cell("stance"));
  if (stance === undefined) wrong("stance", "Write for, neutral or against, or nothing.");
  const place = cell("district").trim().toLowerCase();
  const district = known.districts.find(({ name }) => name.toLowerCase() === place)?.id ?? null;
  if (place && !district) wrong("district", "This is not the name of a district that the strategy covers.");
  if (problems.length > before || !text.success || stance === undefined) return null;
  return { row, text: text.data, section, stance, district };
}

function stanceOf(typed: string): Stance | null | undefined {
  const word = typed.trim().toLowerCase();
  if (word === "") return null;
  return word === "for" || word === "neutral" || word === "against" ? word : undefined;
}

const span = (numbers: number[]) => `${Math.min(...numbers)} to ${Math.max(...numbers)}`;
