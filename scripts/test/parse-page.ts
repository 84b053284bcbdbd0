/** The content of a page: the text of each part, its tables by caption, and its quotes. */
export type ParsedPage = {
  /** By the id of the part's heading. */
  parts: Record<string, string>;
  /** Rows of cells, without the head. */
  tables: Map<string, string[][]>;
  /** The text of each blockquote, by the id of its part's heading. */
  quotesByPart: Record<string, string[]>;
  /** The charts of components/charts. */
  charts: ParsedChart[];
};

/** `bars`: start and width of each rectangle, in percent. `note`: "" where a row has none. */
type ParsedChart = {
  claim: string;
  rows: { name: string; note: string; label: string; bars: [start: number, width: number][] }[];
  /** The rows of its table. */
  table: string[][];
};

/** Parses our own HTML, which is well formed and has no nested sections, tables or quotes. */
export function parsePage(html: string): ParsedPage {
  const tables = new Map(
    matchAll(html, /<table[^>]*>([\s\S]*?)<\/table>/g).map((table) => {
      const caption = textOf(/<caption[^>]*>([\s\S]*?)<\/caption>/.exec(table)?.[1] ?? "");
      return [caption, listRows(table)];
    }),
  );
  const headings = [...html.matchAll(/<section aria-labelledby="([^"]+)"/g)];
  const parts = headings.map(({ 1: id = "", index }, i) => [id, html.slice(index, headings[i + 1]?.index)] as const);
  return {
    parts: Object.fromEntries(parts.map(([id, part]) => [id, textOf(part)])),
    quotesByPart: Object.fromEntries(parts.map(([id, part]) => [id, listQuotes(part)])),
    tables,
    charts: matchAll(html, /<figure[^>]*class="chart [^>]*>([\s\S]*?)<\/figure>/g).map(parseChart),
  };
}

function listRows(table: string): string[][] {
  const rows = matchAll(table.slice(table.indexOf("<tbody")), /<tr[^>]*>([\s\S]*?)<\/tr>/g);
  return rows.map((row) => matchAll(row, /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g).map(textOf));
}

function parseChart(figure: string): ParsedChart {
  const rows = matchAll(figure, /<li[^>]*>([\s\S]*?)<\/li>/g).map((row) => {
    const texts = matchAll(row, /<p[^>]*>([\s\S]*?)<\/p>/g).map(textOf);
    const bars = [...row.matchAll(/<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)];
    return {
      name: texts[0] ?? "",
      note: texts.length > 2 ? (texts[1] ?? "") : "",
      label: texts.at(-1) ?? "",
      bars: bars.map(({ 1: start, 2: width }) => [Number(start), Number(width)] as [number, number]),
    };
  });
  return { claim: textOf(/<h3[^>]*>([\s\S]*?)<\/h3>/.exec(figure)?.[1] ?? ""), rows, table: listRows(figure) };
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
