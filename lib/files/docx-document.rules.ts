/**
 * A part of a document, in order. "page" begins a new page; "note" is small print; a table’s columns are its first row,
 * which is repeated on each page, and the first column of a row is its heading.
 */
export type DocxBlock =
  | { kind: "title" | "heading" | "subheading" | "text" | "note"; text: string }
  | { kind: "list"; isNumbered: boolean; items: string[] }
  | { kind: "quote"; text: string; source: string; href: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "table"; caption: string; columns: string[]; rows: string[][] }
  | { kind: "page" };

/** `header` and `footer`: lines on every page. */
export type DocxDocument = { title: string; header: string; footer: string; blocks: DocxBlock[] };
