import { searchKey } from "@/lib/areas/search-key";
import { cutText } from "@/lib/characters";
import { meetingEntryInput } from "@/lib/unions/meetings/meeting-record.schema";
import { columnLetters, findHeadingRow, type Spreadsheet, uploadColumns } from "@/lib/unions/uploads/sheet.rules";
import type { UploadReport, UploadRow } from "@/lib/unions/uploads/upload.schema";
import type { Stance } from "@/prisma/generated/enums";

export const maxUploadRows = 500;

type Column = (typeof uploadColumns)[number];

/** The sections and districts that a sheet may name. `names`: all that a district is called. */
export type AllowedValues = { sections: number[]; districts: { id: string; names: string[] }[] };

/** A problem of a heading, for which the file is refused. Rows count from 1. */
export type HeadingProblem = { row: number; column: string; message: string };

export type CheckResult = { rows: UploadRow[]; report: UploadReport; refusals: HeadingProblem[] };

/**
 * Checks every row. A row that cannot be recorded is left out and listed; a place or a stance that we do not know is
 * left out of its row, and listed as well.
 */
export function checkUploadRows(sheet: Spreadsheet, allowed: AllowedValues): CheckResult {
  const headingRow = findHeadingRow(sheet.rows);
  const heading = (sheet.rows[headingRow] ?? []).map((name) => name.trim().toLowerCase());
  const report: UploadReport = { columns: [], problems: [], notes: [...sheet.notes] };
  const refusals = headingProblems(heading, headingRow + 1);
  if (refusals.length > 0) return { rows: [], report, refusals };
  if (sheet.rows.slice(0, headingRow).some((row) => row.some((cell) => cell.trim() !== ""))) {
    report.notes.push(`Anything above the heading in row ${headingRow + 1} was left out.`);
  }
  const body = sheet.rows.map((cells, index) => ({ cells, index })).slice(headingRow + 1);
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  report.columns = describeColumns(sheet, heading, filled);
  const indexes = Object.fromEntries(uploadColumns.map((column) => [column, heading.indexOf(column)]));
  const hidden = new Set(sheet.hiddenRows);
  const rows = filled.flatMap(({ cells, index }): UploadRow[] => {
    const cell = (column: Column) => cells[indexes[column] ?? -1] ?? "";
    const stray = cells.findIndex((text, column) => text.trim() !== "" && !heading[column]);
    const row = index + 1;
    if (stray >= 0) {
      report.problems.push(strayProblem(row, stray));
      return [];
    }
    const isSpaced = (column: number) =>
      beginsWithSpace(cells[column]) && !beginsWithSpace(sheet.rows[headingRow]?.[column]);
    const unused = heading.findIndex((name, column) => !isUsedColumn(name) && isSpaced(column));
    if (unused >= 0) {
      report.problems.push(cutProblem(row, cutText(heading[unused] ?? "", 100)));
      return [];
    }
    const checked = checkRow(row, cell, allowed, report.problems, (column) => isSpaced(indexes[column] ?? -1));
    return checked ? [{ ...checked, ...(hidden.has(index) && { isHidden: true }) }] : [];
  });
  if (rows.length > maxUploadRows) {
    const message = `There are ${rows.length} comments. A file can have up to ${maxUploadRows}: split it.`;
    refusals.push({ row: maxUploadRows + headingRow + 2, column: "", message });
  }
  if (filled.length === 0) {
    refusals.push({ row: headingRow + 2, column: "comment", message: "There are no comments under the heading." });
  } else if (rows.length === 0) {
    refusals.push(...report.problems.map(({ row, column, message }) => ({ row, column, message })));
  }
  return { rows, report, refusals };
}

function headingProblems(heading: readonly string[], row: number): HeadingProblem[] {
  const missing = (["comment", "section"] as const).filter((column) => !heading.includes(column));
  const isTwice = (name: string, index: number) =>
    uploadColumns.some((column) => column === name) && heading.indexOf(name) !== index;
  return [
    ...missing.map((column) => ({ row, column, message: `The heading has no column “${column}”.` })),
    ...heading.filter(isTwice).map((column) => ({ row, column, message: "This column appears twice." })),
  ];
}

/** Every column that has a heading or text, and what happens to it. Of what is left out only the number is stored. */
function describeColumns(
  { hiddenColumns }: Spreadsheet,
  heading: readonly string[],
  filled: readonly { cells: readonly string[] }[],
): UploadReport["columns"] {
  const width = Math.max(heading.length, ...filled.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) => {
    const name = heading[index] ?? "";
    const cells = filled.filter(({ cells: row }) => (row[index] ?? "").trim() !== "").length;
    const isUsed = isUsedColumn(name);
    return {
      letters: columnLetters(index),
      name: cutText(name, 100),
      cells,
      isUsed,
      isHidden: hiddenColumns.includes(index),
    };
  }).filter(({ name, cells }) => name !== "" || cells > 0);
}

const isUsedColumn = (name: string) => uploadColumns.some((column) => column === name);
const beginsWithSpace = (cell: string | undefined) => /^\s+\S/.test(cell ?? "");

type Problem = UploadReport["problems"][number];

// messages quote nothing of what is left out: they are stored, and it often holds names
const strayProblem = (row: number, column: number): Problem => ({
  row,
  column: columnLetters(column),
  message: `There is text in column ${columnLetters(column)}, which has no heading. If it belongs to the comment, put the comment in quotation marks.`,
  isRowLeftOut: true,
});

/** A comma without quotation marks cuts a comment, and the rest of it is in the next column, after a space. */
const cutProblem = (row: number, column: string): Problem => ({
  row,
  column,
  message:
    "This begins with a space, as the rest of a comment does that a comma has cut. Put the comment in quotation marks, or take out the space.",
  isRowLeftOut: true,
});

function checkRow(
  row: number,
  cell: (column: Column) => string,
  allowed: AllowedValues,
  problems: Problem[],
  isSpaced: (column: Column) => boolean,
): UploadRow | null {
  const add = (column: Column, message: string, isRowLeftOut: boolean) =>
    problems.push({ row, column, message, isRowLeftOut });
  const text = meetingEntryInput.shape.text.safeParse(cell("comment"));
  if (!text.success) add("comment", text.error.issues[0]?.message ?? "This cannot be read.", true);
  const section = Number(cell("section").trim() || Number.NaN);
  const isSection = allowed.sections.includes(section);
  if (!isSection) add("section", `Give the number of a section, ${rangeText(allowed.sections)}.`, true);
  if (!text.success || !isSection) return null;
  const stance = parseStance(cell("stance"));
  const place = cell("district").trim();
  const district = place === "" ? null : findDistrict(place, allowed.districts);
  const isUnknownPlace = place !== "" && district === null;
  const cut =
    stance === undefined && isSpaced("stance") ? "stance" : isUnknownPlace && isSpaced("district") ? "district" : null;
  if (cut) {
    problems.push(cutProblem(row, cut));
    return null;
  }
  if (stance === undefined) add("stance", "Write for, neutral or against, or leave it blank.", false);
  if (isUnknownPlace) {
    add("district", "We do not know this place, or the strategy does not cover it.", false);
  }
  return { row, text: text.data, section, stance: stance ?? null, district };
}

/**
 * The district that has this name, found as the site's own finder does: in any of its names, without regard to
 * capitals, accents and punctuation. "City of" and the like may be before or after, or left out.
 */
export function findDistrict(name: string, districts: AllowedValues["districts"]): string | null {
  const key = placeKey(name);
  if (key === "") return null;
  const found = districts.filter(({ names }) => names.some((each) => placeKey(each) === key));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** A district whose name has these words, such as "Hull" for Kingston upon Hull, if it is the only one of the strategy. */
export function findDistrictByPart(name: string, districts: AllowedValues["districts"]): string | null {
  const key = placeKey(name);
  if (key.length < 4 || /^(?:north|south|east|west|central|upper|lower|upon)$/.test(key)) return null;
  const found = districts.filter(({ names }) => names.some((each) => ` ${placeKey(each)} `.includes(` ${key} `)));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

const titles = "(?:city|county|borough|royal borough|london borough|metropolitan borough|district)";
const titleBefore = new RegExp(`^(?:the )?${titles}(?: and ${titles})? of `);
const titleAfter = new RegExp(
  ` (?:${titles} of|(?:city|borough|district|county)(?: council)?|council|unitary authority|m?[bcd]c|mdc|lb|ua)$`,
);

const placeKey = (name: string) =>
  searchKey(name.replaceAll("+", " and "))
    .replace(titleBefore, "")
    .replace(titleAfter, "")
    .replace(/^saint /, "st ");

/** What the sheet has in its column of districts, each once. */
export function listPlaceNames({ rows }: Spreadsheet): string[] {
  const headingRow = findHeadingRow(rows);
  const column = (rows[headingRow] ?? []).findIndex((name) => name.trim().toLowerCase() === "district");
  if (column < 0) return [];
  const names = rows.slice(headingRow + 1).map((cells) => (cells[column] ?? "").trim());
  return [...new Set(names)].filter((name) => searchKey(name) !== "" && name.length <= 100);
}

/** Rows with the same content as an earlier one: the later row's number, and the first one's. */
export function findEqualRows(rows: readonly UploadRow[]): { row: number; firstRow: number }[] {
  const first = new Map<string, number>();
  return rows.flatMap((each) => {
    const key = rowKey(each);
    const firstRow = first.get(key);
    if (firstRow !== undefined) return [{ row: each.row, firstRow }];
    first.set(key, each.row);
    return [];
  });
}

/** Equal for rows of the same content. */
export const rowKey = ({ text, section, stance, district }: Omit<UploadRow, "row">) =>
  JSON.stringify([text.trim().toLowerCase(), section, stance, district]);

export type UploadChoices = { equal: "each" | "once"; withHidden: boolean };

/** The rows that are recorded. What is in the record already counts as an equal row. */
export function chooseRows(rows: readonly UploadRow[], { equal, withHidden }: UploadChoices): UploadRow[] {
  const shown = rows.filter(({ isHidden }) => withHidden || !isHidden);
  if (equal === "each") return shown;
  const equalRows = new Set(findEqualRows(shown).map(({ row }) => row));
  return shown.filter(({ row, isRecorded }) => !equalRows.has(row) && !isRecorded);
}

function parseStance(text: string): Stance | null | undefined {
  const word = text.trim().toLowerCase();
  if (word === "") return null;
  return word === "for" || word === "neutral" || word === "against" ? word : undefined;
}

const rangeText = (numbers: number[]) => `${Math.min(...numbers)} to ${Math.max(...numbers)}`;
