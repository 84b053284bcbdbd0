import { cutText } from "@/lib/characters";
import { meetingEntryInput } from "@/lib/unions/meetings/meeting-record.schema";
import type { Stance } from "@/prisma/generated/enums";

export const maxUploadRows = 500;
/** Bytes. */
export const maxUploadBytes = 1024 * 1024;
export const uploadColumns = ["comment", "section", "stance", "district"] as const;
type Column = (typeof uploadColumns)[number];

/** The sections and districts that a sheet may name. */
export type AllowedValues = { sections: number[]; districts: { id: string; name: string }[] };

export type ValidRow = { row: number; text: string; section: number; stance: Stance | null; district: string | null };

/** A problem in one cell. Rows count from 1, which is the heading. */
export type RowProblem = { row: number; column: string; message: string };

export type CheckResult = {
  validRows: ValidRow[];
  problems: RowProblem[];
  duplicates: { row: number; duplicateOf: number }[];
};

/** Checks every row. A row with the same content as an earlier one is a duplicate, and is not valid. */
export function checkUploadRows(rows: readonly string[][], allowed: AllowedValues): CheckResult {
  const result: CheckResult = { validRows: [], problems: [], duplicates: [] };
  const columnIndexes = findColumns(rows[0] ?? [], result.problems);
  if (result.problems.length > 0) return result;
  const firstRows = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === "")) continue;
    const row = index + 1;
    const cell = (column: Column) => cells[columnIndexes[column]] ?? "";
    const valid = checkRow(row, cell, allowed, result.problems);
    if (!valid) continue;
    const key = JSON.stringify([valid.text.trim().toLowerCase(), valid.section, valid.stance, valid.district]);
    const duplicateOf = firstRows.get(key);
    if (duplicateOf !== undefined) result.duplicates.push({ row, duplicateOf });
    else {
      firstRows.set(key, row);
      result.validRows.push(valid);
    }
  }
  if (result.validRows.length > maxUploadRows) {
    const message = `There are ${result.validRows.length} rows. A file can have ${maxUploadRows}: split it.`;
    result.problems.push({ row: maxUploadRows + 2, column: "", message });
  }
  if (result.validRows.length === 0 && result.problems.length === 0) {
    result.problems.push({ row: 2, column: "comment", message: "There are no comments under the heading." });
  }
  return result;
}

function findColumns(heading: readonly string[], problems: RowProblem[]): Record<Column, number> {
  const names = heading.map((name) => name.trim().toLowerCase());
  const addProblem = (column: string, message: string) => problems.push({ row: 1, column, message });
  for (const column of ["comment", "section"] as const) {
    if (!names.includes(column)) addProblem(column, `The heading has no column “${column}”.`);
  }
  for (const [index, name] of names.entries()) {
    if (name === "") continue;
    if (!uploadColumns.some((column) => column === name))
      addProblem(cutText(name, 40), `We do not know this column. Take it out.`);
    else if (names.indexOf(name) !== index) addProblem(name, "This column is there twice.");
  }
  return Object.fromEntries(uploadColumns.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
}

function checkRow(
  row: number,
  cell: (column: Column) => string,
  allowed: AllowedValues,
  problems: RowProblem[],
): ValidRow | null {
  const problemsBefore = problems.length;
  const addProblem = (column: Column, message: string) => problems.push({ row, column, message });
  const text = meetingEntryInput.shape.text.safeParse(cell("comment"));
  if (!text.success) addProblem("comment", text.error.issues[0]?.message ?? "This cannot be read.");
  const section = Number(cell("section").trim() || Number.NaN);
  if (!allowed.sections.includes(section))
    addProblem("section", `Give the number of a part, ${rangeText(allowed.sections)}.`);
  const stance = parseStance(cell("stance"));
  if (stance === undefined) addProblem("stance", "Write for, neutral or against, or nothing.");
  const districtName = cell("district").trim().toLowerCase();
  const district = allowed.districts.find(({ name }) => name.toLowerCase() === districtName)?.id ?? null;
  if (districtName && !district) addProblem("district", "This is not the name of a district that the strategy covers.");
  if (problems.length > problemsBefore || !text.success || stance === undefined) return null;
  return { row, text: text.data, section, stance, district };
}

function parseStance(text: string): Stance | null | undefined {
  const word = text.trim().toLowerCase();
  if (word === "") return null;
  return word === "for" || word === "neutral" || word === "against" ? word : undefined;
}

const rangeText = (numbers: number[]) => `${Math.min(...numbers)} to ${Math.max(...numbers)}`;
