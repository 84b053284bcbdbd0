import { parse } from "csv-parse/sync";
import { type UnzipFileInfo, unzipSync, zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { Refused } from "@/lib/errors";
import { decodeText } from "@/lib/text-encoding";
import { largestFile } from "@/lib/unions/uploads/upload.rules";

const largestUnpacked = 16 * 1024 * 1024;
const mostParts = 200;

/** A file's rows of text as they stand, with what was noticed on the way. */
export type Sheet = { rows: string[][]; note: string | null };

/**
 * Reads a CSV or XLSX file, whatever its name says. Of an XLSX, the first sheet; a cell with a formula gives what it
 * shows, and a text that looks like a formula stays text.
 * @throws Refused: too large, neither of the two, or broken; its message is for the person
 */
export async function decodeSheet(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.length === 0) throw refused("Choose a file. This one is empty.");
  if (bytes.length > largestFile) throw refused("This file is too large. It can have 1 MB.");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { rows: await readXlsx(bytes), note: null };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw refused("This is an old Excel file, or one with a password. Save it as .xlsx without one.");
  }
  const { text, note } = decodeText(bytes, "This is not a CSV or XLSX file.");
  return { rows: readCsv(text), note };
}

const refused = (message: string) => new Refused(message, "file");
const startsWith = (bytes: Uint8Array, signs: number[]) => signs.every((sign, at) => bytes[at] === sign);

function readCsv(text: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string) => first.split(sign).length;
  const delimiter = [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, max_record_size: 100_000 });
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? ` near line ${Number(error.lines)}` : "";
    throw refused(`This file breaks off${line}: a quotation mark is opened there and not closed, or one stands alone.`);
  }
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  try {
    const sheet = await readSheet(Buffer.from(zipSync(unpack(bytes), { level: 0 })), { trim: false });
    return sheet.map((row) => row.map(cellText));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw refused("This file cannot be read as a spreadsheet. Save it again as .xlsx, or as CSV.");
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

/**
 * The parts of the package, never more than a limit: a part that says it is small and is not breaks off at the size
 * that it said. Packed again without compression, it can do no harm to whatever reads it.
 */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let parts = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    size += originalSize;
    parts += 1;
    if (size > largestUnpacked || parts > mostParts) {
      throw refused("This spreadsheet is too large when it is unpacked. Keep only the comments in it.");
    }
    return /\.(xml|rels)$/.test(name);
  };
  return unzipSync(bytes, { filter });
}
