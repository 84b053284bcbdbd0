export type SheetLimits = { rows: number; columns: number; cells: number };

/** What is read of a sheet. Cells without text do not count. */
export const sheetLimits: SheetLimits = { rows: 5_000, columns: 100, cells: 50_000 };

/** Bytes. */
export const maxUploadBytes = 1024 * 1024;

export const uploadColumns = ["comment", "section", "stance", "district"] as const;

/** A file's rows of cells. Row and column numbers count from 0. */
export type Spreadsheet = {
  rows: string[][];
  hiddenRows: number[];
  hiddenColumns: number[];
  /** Sentences about what was not read, or was guessed. */
  notes: string[];
};

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetters(before - 1) : "") + String.fromCharCode(65 + (index % 26));
}

const headingRows = 20;

/**
 * The row that names the columns: there may be a title above it.
 * @returns its index; the first row with something in it when none names the column of comments
 */
export function findHeadingRow(rows: readonly string[][]): number {
  const isHeading = (row: string[]) => row.some((cell) => cell.trim().toLowerCase() === "comment");
  const found = rows.slice(0, headingRows).findIndex(isHeading);
  return found >= 0
    ? found
    : Math.max(
        0,
        rows.findIndex((row) => row.some((cell) => cell.trim() !== "")),
      );
}
