import { Parser } from "htmlparser2";
import { columnLetters, type SheetLimits } from "@/lib/unions/uploads/sheet.rules";

/** Text of a cell, and what of it is struck out. */
export type CellText = { text: string; struck: string };

/** What a cell's number means by its format. */
export type CellStyle = { isDate: boolean; isTime: boolean; isPercentage: boolean; isStruck: boolean };

export type SheetCells = {
  /** Cells with text by row number, then by column, both from 0. */
  rows: Map<number, Map<number, CellText>>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
};

const maxDepth = 100;
const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Reads XML as a stream, without a tree, and stops where it is nested deeper than any sheet. */
export function streamXml(
  xml: string,
  handler: {
    open?: (name: string, attributes: Record<string, string>) => void;
    text?: (text: string) => void;
    close?: (name: string) => void;
  },
): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > maxDepth) throw new Error("nested too deep");
        handler.open?.(local(name), attributes);
      },
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => {
        depth -= 1;
        handler.close?.(local(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length; at += chunkLength) parser.write(xml.slice(at, at + chunkLength));
  parser.end();
}

const chunkLength = 64 * 1024;

/** Excel writes what XML cannot hold as "_x000D_", and an underscore before such a text as "_x005F_". */
const decodeEscapes = (text: string): string =>
  text
    .replace(/_x([\dA-Fa-f]{4})_/g, (written, digits: string) => {
      const code = Number.parseInt(digits, 16);
      return code >= 0xd800 && code <= 0xdfff ? written : String.fromCharCode(code);
    })
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "");

/** The text of `si` and `is`: runs of rich text, without the reading aids of Japanese. */
class RichText {
  #result: CellText = { text: "", struck: "" };
  #isStruck = false;
  #isText = false;
  #skipped = 0;

  open(name: string, attributes: Record<string, string>): void {
    if (name === "rPh" || this.#skipped > 0) this.#skipped += 1;
    else if (name === "r") this.#isStruck = false;
    else if (name === "strike") this.#isStruck = !["0", "false"].includes(attributes.val ?? "1");
    else if (name === "t") this.#isText = true;
  }
  text(text: string): void {
    if (this.#skipped > 0 || !this.#isText) return;
    if (this.#isStruck) this.#result.struck += text;
    else this.#result.text += text;
  }
  close(name: string): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (name === "t") this.#isText = false;
    else if (name === "r") this.#isStruck = false;
  }
  take(): CellText {
    const result = { text: decodeEscapes(this.#result.text), struck: decodeEscapes(this.#result.struck) };
    this.#result = { text: "", struck: "" };
    this.#isStruck = false;
    return result;
  }
}

export function readSharedStrings(xml: string): CellText[] {
  const strings: CellText[] = [];
  const rich = new RichText();
  streamXml(xml, {
    open: (name, attributes) => rich.open(name, attributes),
    text: (text) => rich.text(text),
    close: (name) => {
      rich.close(name);
      if (name === "si") strings.push(rich.take());
    },
  });
  return strings;
}

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const builtInTimes = new Set([18, 19, 20, 21, 22, 32, 33, 45, 46, 47]);

/** The styles of cells by number. */
export function readCellStyles(xml: string): CellStyle[] {
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  let section = "";
  streamXml(xml, {
    open: (name, attributes) => {
      if (["fonts", "cellXfs", "cellStyleXfs", "dxfs"].includes(name)) section = name;
      else if (name === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "font" && section === "fonts") struckFonts.push(false);
      else if (name === "strike" && section === "fonts") {
        struckFonts[struckFonts.length - 1] = !["0", "false"].includes(attributes.val ?? "1");
      } else if (name === "xf" && section === "cellXfs") {
        const id = Number(attributes.numFmtId ?? 0);
        const isStruck = struckFonts[Number(attributes.fontId ?? 0)] ?? false;
        styles.push({ ...formatKind(id, formats.get(id)), isStruck });
      }
    },
  });
  return styles;
}

function formatKind(id: number, code: string | undefined): Omit<CellStyle, "isStruck"> {
  if (code === undefined) {
    return { isDate: builtInDates.has(id), isTime: builtInTimes.has(id), isPercentage: id === 9 || id === 10 };
  }
  const signs = (code.split(";")[0] ?? "").toLowerCase().replace(/"[^"]*"|\\.|_.|\*./g, "");
  const isElapsed = /\[(h+|m+|s+)\]/.test(signs);
  const plain = signs.replace(/\[[^\]]*\]/g, "").replace(/general|am\/pm|a\/p/g, "");
  return {
    isDate: /[yd]/.test(plain) || (/m/.test(plain) && !/[hs]/.test(plain) && !isElapsed),
    isTime: isElapsed || /[hs]/.test(plain),
    isPercentage: plain.includes("%"),
  };
}

type Book = { strings: CellText[]; styles: CellStyle[]; is1904: boolean };

/**
 * Reads the cells of a sheet that hold something.
 * @param refuse called with the end of a sentence when a limit is passed
 */
export function readSheetCells(
  xml: string,
  book: Book,
  limits: SheetLimits,
  refuse: (reason: string) => never,
): SheetCells {
  const cells: SheetCells = { rows: new Map(), hiddenRows: new Set(), hiddenColumns: new Set() };
  const rich = new RichText();
  let [row, column, count] = [-1, -1, 0];
  let cell: Record<string, string> | null = null;
  let value = "";
  let isValue = false;
  const finishCell = () => {
    const content = cell?.t === "inlineStr" ? rich.take() : cellContent(value, cell ?? {}, book);
    if (content.text.trim() === "" && content.struck.trim() === "") return;
    const place = `${columnLetters(column)}${row + 1}`;
    if (column >= limits.columns) refuse(`has something in cell ${place}. We read ${limits.columns} columns at most.`);
    if (row >= limits.rows)
      refuse(`has something in cell ${place}. We read ${limits.rows.toLocaleString("en-GB")} rows at most.`);
    count += 1;
    if (count > limits.cells)
      refuse(`has more than ${limits.cells.toLocaleString("en-GB")} cells with something in them, which is our limit.`);
    const inRow = cells.rows.get(row) ?? new Map<number, CellText>();
    cells.rows.set(row, inRow.set(column, content));
  };
  streamXml(xml, {
    open: (name, attributes) => {
      if (name === "row") {
        row = attributes.r ? Number(attributes.r) - 1 : row + 1;
        column = -1;
        if (isOn(attributes.hidden)) cells.hiddenRows.add(row);
      } else if (name === "col" && isOn(attributes.hidden)) {
        const last = Math.min(Number(attributes.max), limits.columns);
        for (let at = Number(attributes.min); at <= last; at += 1) cells.hiddenColumns.add(at - 1);
      } else if (name === "c") {
        column = attributes.r ? columnIndex(attributes.r) : column + 1;
        cell = attributes;
        value = "";
      } else if (name === "v") isValue = true;
      else if (cell) rich.open(name, attributes);
    },
    text: (text) => {
      if (isValue) value += text;
      else if (cell) rich.text(text);
    },
    close: (name) => {
      if (name === "v") isValue = false;
      else if (name === "c") {
        finishCell();
        cell = null;
      } else if (cell) rich.close(name);
    },
  });
  return cells;
}

const isOn = (value: string | undefined) => value === "1" || value === "true";

/** 0 for "A7", 16383 for "XFD1". */
function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of /^[A-Za-z]{1,3}/.exec(reference)?.[0].toUpperCase() ?? "A") {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}

function cellContent(value: string, { t: type, s: style }: Record<string, string>, book: Book): CellText {
  const cellStyle = book.styles[Number(style ?? 0)];
  const content = type === "s" ? (book.strings[Number(value)] ?? { text: "", struck: "" }) : null;
  const text = content?.text ?? valueText(value, type, cellStyle, book.is1904);
  return cellStyle?.isStruck
    ? { text: "", struck: text + (content?.struck ?? "") }
    : { text, struck: content?.struck ?? "" };
}

function valueText(value: string, type: string | undefined, style: CellStyle | undefined, is1904: boolean): string {
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  const number = Number(value);
  if (value === "" || (type !== undefined && type !== "n") || Number.isNaN(number)) return value;
  if (style?.isDate || style?.isTime) return dateText(number, style, is1904);
  const rounded = Number(number.toPrecision(15));
  return style?.isPercentage ? `${Number((rounded * 100).toPrecision(15))}%` : String(rounded);
}

const day = 24 * 60 * 60;

/** A day, a time of day or both, from the number of days since the spreadsheet's first. A time alone has no day. */
function dateText(serial: number, { isDate, isTime }: CellStyle, is1904: boolean): string {
  const seconds = Math.round(serial * day);
  const two = (n: number) => String(n).padStart(2, "0");
  const rest = seconds % 60;
  // a time of more than a day is a length of time: 26:30
  const inDay = isDate ? seconds % day : seconds;
  const time = `${two(Math.floor(inDay / 3600))}:${two(Math.floor((inDay % 3600) / 60))}${rest ? `:${two(rest)}` : ""}`;
  if (!isDate) return time;
  const moment = new Date(
    Date.UTC(is1904 ? 1904 : 1899, is1904 ? 0 : 11, is1904 ? 1 : 30) + Math.floor(serial) * day * 1000,
  );
  if (Number.isNaN(moment.getTime())) return String(serial);
  const date = moment.toISOString().slice(0, 10);
  return isTime && inDay !== 0 ? `${date} ${time}` : date;
}
