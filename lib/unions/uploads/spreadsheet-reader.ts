import { parse } from "csv-parse/sync";
import { RuleViolation } from "@/lib/errors";
import { decodeText } from "@/lib/text-encoding";
import { findHeadingRow, maxUploadBytes, type Spreadsheet, sheetLimits } from "@/lib/unions/uploads/sheet.rules";
import { readXlsx } from "@/lib/unions/uploads/xlsx-reader";

/**
 * Reads a CSV file, or the first visible sheet of an XLSX file; its content decides which, not its name. A text that
 * resembles a formula stays text. Called in the process of lib/files/file-parser.ts only.
 * @throws RuleViolation: too large, neither of the two, or broken
 */
export function readSpreadsheet(bytes: Uint8Array): Spreadsheet {
  if (bytes.length === 0) throw fileError("Choose a file. This one is empty.");
  if (bytes.length > maxUploadBytes) throw fileError("This file is too large. The limit is 1 MB.");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw fileError("This is an old Excel file, or one with a password. Save it as .xlsx without one.");
  }
  const { text, note } = decodeText(bytes, "This is not a CSV or XLSX file.");
  return { ...readCsv(text), notes: note ? [note] : [] };
}

const fileError = (message: string) => new RuleViolation(message, "file");
const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

const delimiters = [",", ";", "\t"];

/** A first line "sep=;" is Excel's own, which names what separates cells. */
function readCsv(text: string): Omit<Spreadsheet, "notes"> {
  const content = text.replace(/^\uFEFF/, "");
  const named = /^sep=(.)\r?\n/i.exec(content);
  const delimiter = named?.[1] ?? guessDelimiter(content);
  // the line stays as an empty row, so that rows have the numbers that a spreadsheet shows
  const rows = parseCsv(named ? content.slice(named[0].length) : content, delimiter);
  return { rows: named ? [[], ...rows] : rows, hiddenRows: [], hiddenColumns: [] };
}

/** The separator by which a line near the top names the columns, else the one that these lines have most of. */
function guessDelimiter(text: string): string {
  const lines = text.split(/\r\n|\r|\n/, 20);
  const top = lines.map((line) => line.replace(/"[^"]*"/g, (quoted) => quoted.replace(/[,;\t]/g, " ")));
  const score = (delimiter: string) => {
    const rows = top.map((line) => line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, "")));
    const heading = rows[findHeadingRow(rows)] ?? [];
    const isHeading = heading.some((cell) => cell.trim().toLowerCase() === "comment");
    return (isHeading ? 1_000 * heading.length : 0) + Math.max(...rows.map((row) => row.length));
  };
  return delimiters.reduce((best, next) => (score(next) > score(best) ? next : best), ",");
}

const maxRowLength = 100_000;

function parseCsv(text: string, delimiter: string): string[][] {
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: maxRowLength,
      to: sheetLimits.rows + 1,
    });
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? ` near line ${Number(error.lines)}` : "";
    if (error instanceof Error && "code" in error && error.code === "CSV_MAX_RECORD_SIZE") {
      const most = maxRowLength.toLocaleString("en-GB");
      throw fileError(
        `A row${line} has more than ${most} characters, which is our limit. A quotation mark may be opened there and not closed.`,
      );
    }
    throw fileError(`This file breaks off${line}: a quotation mark is opened and not closed, or is on its own.`);
  }
  if (rows.length > sheetLimits.rows) {
    throw fileError(`This file has more than ${sheetLimits.rows.toLocaleString("en-GB")} rows, which is our limit.`);
  }
  const wide = rows.findIndex((row) => row.length > sheetLimits.columns);
  if (wide >= 0) {
    throw fileError(`Row ${wide + 1} has more than ${sheetLimits.columns} cells, which is our limit.`);
  }
  return rows;
}
