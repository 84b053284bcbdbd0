/** A file of CSV. It begins with a byte-order mark, without which Excel reads £ and ’ as other signs. */
export const csvFile = (rows: (string | number)[][]): string => `\uFEFF${rows.map(csvLine).join("")}`;

/**
 * One line of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvLine(cells: (string | number)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

// what a spreadsheet begins a formula with, in its wide forms too, and whatever it skips before
const formulaStart = /^(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/u;

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
