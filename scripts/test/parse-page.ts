/** The content of a page: the text of each part, its tables by caption, and its quotes. */
export type ParsedPage = {
  /** By the id of the part's heading. */
  parts: Record<string, string>;
  /** Rows of cells, without the head. */
  tables: Map<string, string[][]>;
  /** The text of each blockquote, by the id of its part's heading. */
  quotesByPart: Record<string, string[]>;
};

/** Parses our own HTML, which is well formed and has no nested sections, tables or quotes. */
export function parsePage(html: string): ParsedPage {
  const tables = new Map(
    matchAll(html, /<table[^>]*>([\s\S]*?)<\/table>/g).map((table) => {
      const caption = textOf(/<caption[^>]*>([\s\S]*?)<\/caption>/.exec(table)?.[1] ?? "");
      const body = table.slice(table.indexOf("<tbody"));
      const rows = matchAll(body, /<tr[^>]*>([\s\S]*?)<\/tr>/g);
      return [caption, rows.map((row) => matchAll(row, /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g).map(textOf))];
    }),
  );
  const headings = [...html.matchAll(/<section aria-labelledby="([^"]+)"/g)];
  const parts = headings.map(({ 1: id = "", index }, i) => [id, html.slice(index, headings[i + 1]?.index)] as const);
  return {
    parts: Object.fromEntries(parts.map(([id, part]) => [id, textOf(part)])),
    quotesByPart: Object.fromEntries(parts.map(([id, part]) => [id, listQuotes(part)])),
    tables,
  };
}

const listQuotes = (html: string) =>
  matchAll(html, /<blockquote[^>]*>\s*<p[^>]*>([\s\S]*?)<\/p>/g).map((content) =>
    textOf(content).replace(/^“|”$/g, ""),
  );
const matchAll = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((found) => found[1] ?? "");

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
