import { RuleViolation } from "@/lib/errors";
import { unzip, type ZipLimits } from "@/lib/files/zip-reader";
import { columnLetters, type Spreadsheet, sheetLimits } from "@/lib/unions/uploads/sheet.rules";
import { readCellStyles, readSharedStrings, readSheetCells, streamXml } from "@/lib/unions/uploads/xlsx-cells";

const megabyte = 1024 * 1024;
const zipLimits: ZipLimits = { what: "spreadsheet", unpacked: 16 * megabyte, text: 16 * megabyte, parts: 200 };

/** `path`: "" for one that has no cells, such as a chart. */
type Sheet = { name: string; isHidden: boolean; path: string };

/**
 * The first visible sheet of an XLSX file. A cell with a formula gives its displayed value.
 * @throws RuleViolation: a limit that it passes, no visible sheet, or broken
 */
export function readXlsx(bytes: Uint8Array): Spreadsheet {
  try {
    const parts = unzip(bytes, zipLimits);
    const text = (path: string) => (parts[path] ? new TextDecoder().decode(parts[path]) : "");
    const { sheets, is1904 } = readWorkbook(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
    if (!sheets.some(({ path }) => parts[path])) throw new Error("no sheet");
    const sheet = sheets.find(({ isHidden, path }) => !isHidden && parts[path]);
    if (!sheet) throw sheetError("has no visible sheet. Unhide one, and save it again.");
    const book = {
      strings: readSharedStrings(text("xl/sharedStrings.xml")),
      styles: readCellStyles(text("xl/styles.xml")),
      is1904,
    };
    const cells = readSheetCells(text(sheet.path), book, sheetLimits, (reason) => {
      throw sheetError(reason);
    });
    const height = Math.max(0, ...[...cells.rows.keys()].map((row) => row + 1));
    const rows = Array.from({ length: height }, (_, row) => toRow(cells.rows.get(row)));
    const hasNotes = Object.keys(parts).some((path) => /^xl\/(comments|threadedComments)/.test(path));
    return {
      rows,
      hiddenRows: [...cells.hiddenRows].filter((row) => cells.rows.has(row)),
      hiddenColumns: [...cells.hiddenColumns],
      notes: [
        ...otherSheetNotes(sheets, sheet),
        ...struckNotes(cells.rows),
        ...(hasNotes ? ["We did not read notes and comments on cells."] : []),
      ],
    };
  } catch (error) {
    if (error instanceof RuleViolation) throw error;
    throw new RuleViolation("This file cannot be read as a spreadsheet. Save it again as .xlsx, or as CSV.", "file");
  }
}

const sheetError = (reason: string) => new RuleViolation(`This spreadsheet ${reason}`, "file");

function toRow(cells: Map<number, { text: string }> | undefined): string[] {
  const width = Math.max(0, ...[...(cells?.keys() ?? [])].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => cells?.get(column)?.text ?? "");
}

function readWorkbook(workbook: string, relationships: string): { sheets: Sheet[]; is1904: boolean } {
  const targets = new Map<string, string>();
  streamXml(relationships, {
    open: (name, { Id = "", Target = "", Type = "" }) => {
      if (name === "Relationship" && /^$|\/worksheet$/.test(Type))
        targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Sheet[] = [];
  let is1904 = false;
  streamXml(workbook, {
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const isHidden = (attributes.state ?? "visible") !== "visible";
      sheets.push({ name: attributes.name ?? "", isHidden, path: targets.get(id) ?? "" });
    },
  });
  return { sheets, is1904 };
}

function otherSheetNotes(sheets: readonly Sheet[], read: Sheet): string[] {
  const others = sheets.filter((sheet) => sheet !== read);
  if (others.length === 0) return [];
  const names = others.map(({ name, isHidden }) => `“${name}”${isHidden ? " (hidden)" : ""}`).join(", ");
  return [`We read the sheet “${read.name}”. We did not read ${names}. To use another, put it first.`];
}

function struckNotes(rows: ReadonlyMap<number, ReadonlyMap<number, { struck: string }>>): string[] {
  const places = [...rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { struck }]) => (struck.trim() ? [`${columnLetters(column)}${row + 1}`] : [])),
  );
  if (places.length === 0) return [];
  const more = places.length > 20 ? ` and ${places.length - 20} more` : "";
  return [`Struck-out text was left out, in ${places.slice(0, 20).join(", ")}${more}.`];
}
