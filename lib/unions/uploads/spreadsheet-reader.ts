import { parse } from "csv-parse/sync";
import { type UnzipFileInfo, unzipSync, zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { RuleViolation } from "@/lib/errors";
import { decodeText } from "@/lib/text-encoding";
import { maxUploadBytes } from "@/lib/unions/uploads/upload.rules";

const maxUnpackedBytes = 16 * 1024 * 1024;
const maxZipEntries = 200;

/** A file's rows of cells, and a note for the person when its encoding was guessed. */
export type Spreadsheet = { rows: string[][]; note: string | null };

/**
 * Reads a CSV file, or the first sheet of an XLSX file; its content decides which, not its name. A cell with a formula
 * gives its displayed value, and a text that resembles a formula stays text.
 * @throws RuleViolation: too large, neither of the two, or broken
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Spreadsheet> {
  if (bytes.length === 0) throw fileError("Choose a file. This one is empty.");
  if (bytes.length > maxUploadBytes) throw fileError("This file is too large. It can have 1 MB.");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { rows: await readXlsx(bytes), note: null };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw fileError("This is an old Excel file, or one with a password. Save it as .xlsx without one.");
  }
  const { text, note } = decodeText(bytes, "This is not a CSV or XLSX file.");
  return { rows: readCsv(text), note };
}

const fileError = (message: string) => new RuleViolation(message, "file");
const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

function readCsv(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string) => firstLine.split(separator).length;
  const delimiter = [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best), ",");
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, max_record_size: 100_000 });
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? ` near line ${Number(error.lines)}` : "";
    throw fileError(
      `This file breaks off${line}: a quotation mark is opened there and not closed, or one stands alone.`,
    );
  }
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  try {
    const sheet = await readSheet(Buffer.from(zipSync(unzipWithinLimits(bytes), { level: 0 })), { trim: false });
    return sheet.map((row) => row.map(cellText));
  } catch (error) {
    if (error instanceof RuleViolation) throw error;
    throw fileError("This file cannot be read as a spreadsheet. Save it again as .xlsx, or as CSV.");
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

/**
 * Unpacks the XML parts of an XLSX file up to a total size. A part that is larger than its declared size is cut off
 * there, so packing the parts again without compression makes a file that is safe to read.
 */
function unzipWithinLimits(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let entryCount = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    size += originalSize;
    entryCount += 1;
    if (size > maxUnpackedBytes || entryCount > maxZipEntries) {
      throw fileError("This spreadsheet is too large when it is unpacked. Keep only the comments in it.");
    }
    return /\.(xml|rels)$/.test(name);
  };
  return unzipSync(bytes, { filter });
}
