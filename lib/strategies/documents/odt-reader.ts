import { RuleViolation } from "@/lib/errors";
import {
  type Cell,
  childElement,
  childElements,
  findElement,
  findElements,
  innerText,
  type MarkupElement,
  type MarkupNode,
  parsePart,
  rowText,
} from "@/lib/strategies/documents/markup-tree";
import { OdtCounter, readOdtStyles } from "@/lib/strategies/documents/odt-styles";
import { type OdtContext, odtDrawingRuns, odtText, onOdtBackground } from "@/lib/strategies/documents/odt-text";
import {
  contentsLoss,
  type DocumentRun,
  excerpt,
  loss,
  type ParsedDocument,
  toParsedDocument,
} from "@/lib/strategies/documents/parsed-document";
import type { PictureCollector } from "@/lib/strategies/documents/picture-collector";
import { cellLine, tableBlockRuns } from "@/lib/strategies/documents/table-runs";
import { type Background, page, readColor, unknownBackground } from "@/lib/strategies/documents/text-visibility";

/** The limit for the repeat counts of cells and rows. */
const maxRepeats = 200;

/** Reads the parts of an ODT, by the element names of the OpenDocument standard. */
export function readOdt(parts: Record<string, Uint8Array>, pictures: PictureCollector): ParsedDocument {
  if (!parts["content.xml"])
    throw new RuleViolation("This file cannot be read as a document. Save it again as .odt or .docx.", "file");
  const tree = parsePart(parts["content.xml"]);
  const common = parsePart(parts["styles.xml"]);
  const styles = readOdtStyles(common, tree);
  const background = pageBackground([...common, ...tree]);
  const counts = { notes: 0, comments: 0, tracked: 0 };
  const reader = new OdtReader({ parts, pictures, styles, background, blocks: () => [], ...counts });
  const runs = reader.runs(findElement(tree, "office:text")?.children ?? []);
  return toParsedDocument([...runs, ...marginLosses(common), ...reader.countedLosses()]);
}

/** The colour of pages. One that has a picture behind its text may be of any colour. */
function pageBackground(nodes: readonly MarkupNode[]): Background {
  const behind = findElements(nodes, "style:graphic-properties").some(
    ({ attribs }) => attribs["style:run-through"] === "background",
  );
  const layouts = findElements(nodes, "style:page-layout-properties").map(({ attribs }) => attribs);
  if (behind || layouts.some((attribs) => attribs["draw:fill"] === "bitmap")) return unknownBackground;
  const color = layouts.map((attribs) => readColor(attribs["fo:background-color"])).find((found) => found !== null);
  return color ? { color, isCertain: true } : page;
}

class OdtReader {
  readonly #context: OdtContext;
  readonly #headings: OdtCounter;
  /** Counters by list id and by list style, so that a list can go on from an earlier one. */
  readonly #counters = new Map<string, OdtCounter>();

  constructor(context: OdtContext) {
    this.#context = context;
    context.blocks = (nodes) => this.runs(nodes);
    this.#headings = new OdtCounter(context.styles, null);
  }

  runs(nodes: readonly MarkupNode[]): DocumentRun[] {
    return childElements(nodes).flatMap((element): DocumentRun[] => {
      const { name, attribs, children } = element;
      switch (name) {
        case "text:h":
          return this.#headingRuns(element, null);
        case "text:p":
          return this.#paragraphRuns(element);
        case "text:list":
          return this.#listRuns(element);
        case "table:table":
          return this.#tableRuns(element);
        case "text:section":
          if (attribs["text:display"] === "none") {
            return [loss(`A hidden section was left out: ${excerpt(innerText(children))}`)];
          }
          return this.runs(children);
        case "text:index-body":
        case "text:index-title":
        case "text:numbered-paragraph":
          return this.runs(children);
        case "text:change":
          this.#context.tracked += 1;
          return [];
        case "text:table-of-content":
          return [contentsLoss()];
        case "text:alphabetical-index":
        case "text:illustration-index":
        case "text:table-index":
        case "text:object-index":
        case "text:user-index":
          return [loss(`An index was left out: ${excerpt(innerText(children))}`)];
        case "text:bibliography":
          return this.runs(findElement(children, "text:index-body")?.children ?? []);
        default:
          return name.startsWith("draw:") ? odtDrawingRuns(element, this.#context) : [];
      }
    });
  }

  countedLosses(): DocumentRun[] {
    const { comments, tracked } = this.#context;
    return [
      ...(comments > 0 ? [loss(`Comments in the margin were left out: ${comments}.`, "in all of it")] : []),
      ...(tracked > 0
        ? [loss(`Tracked changes were read as if all were accepted. Deletions left out: ${tracked}.`, "in all of it")]
        : []),
    ];
  }

  #paragraphRuns(paragraph: MarkupElement): DocumentRun[] {
    const { styles } = this.#context;
    const styleName = paragraph.attribs["text:style-name"];
    if (childElement(paragraph, "text:hidden-paragraph")) {
      return [loss(`A hidden paragraph was left out: ${excerpt(innerText(paragraph.children))}`)];
    }
    const { text, after } = odtText(paragraph, this.#context);
    if (styles.isTitle(styleName)) return [{ kind: "heading", depth: 0, text: text.replaceAll("\n", " ") }, ...after];
    return [{ kind: "text", text, block: null }, ...after];
  }

  /** @param marker the number that a list gives it; null outside lists, where headings have a count of their own */
  #headingRuns(heading: MarkupElement, marker: string | null): DocumentRun[] {
    const { attribs } = heading;
    const depth = Math.min(10, Math.max(1, Number(attribs["text:outline-level"] ?? 1) || 1));
    const { text, after } = odtText(heading, this.#context);
    const isCounted = marker === null && attribs["text:is-list-header"] !== "true";
    const own = marker ?? (isCounted ? this.#headings.next(depth) : "");
    const numbered = own && text ? `${own} ${text}` : text;
    return [{ kind: "heading", depth, text: numbered.replaceAll("\n", " ") }, ...after];
  }

  #listRuns(list: MarkupElement): DocumentRun[] {
    const { attribs } = list;
    const style = attribs["text:style-name"] ?? this.#styleOfFirstItem(list);
    const id = attribs["xml:id"] ?? attribs["text:id"] ?? "";
    const continued =
      this.#counters.get(`id ${attribs["text:continue-list"] ?? ""}`) ??
      (attribs["text:continue-numbering"] === "true" ? this.#counters.get(`style ${style}`) : undefined);
    const counter = continued ?? new OdtCounter(this.#context.styles, style ?? "");
    if (id) this.#counters.set(`id ${id}`, counter);
    this.#counters.set(`style ${style}`, counter);
    return this.#itemRuns(list, 1, counter, `${id} ${style}`);
  }

  #styleOfFirstItem(list: MarkupElement): string | undefined {
    const first = findElement(list.children, "text:p") ?? findElement(list.children, "text:h");
    return this.#context.styles.listStyle(first?.attribs["text:style-name"]);
  }

  #itemRuns(list: MarkupElement, level: number, counter: OdtCounter, key: string): DocumentRun[] {
    return childElements(list.children).flatMap((item): DocumentRun[] => {
      if (item.name !== "text:list-item" && item.name !== "text:list-header") return [];
      const [first, ...rest] = childElements(item.children);
      if (!first) return [];
      const start = item.attribs["text:start-value"];
      const isCounted = item.name === "text:list-item" && first.name !== "text:list";
      const marker = isCounted ? counter.next(level, start === undefined ? undefined : Number(start)) : "";
      const inner = (element: MarkupElement): DocumentRun[] =>
        element.name === "text:list" ? this.#itemRuns(element, level + 1, counter, key) : this.runs([element]);
      const following = rest.flatMap((element) =>
        // more paragraphs of an item belong to it
        inner(element).map(
          (run): DocumentRun =>
            run.kind === "text" && run.block === null
              ? { kind: "item", text: run.text, level, marker: "", list: key }
              : run,
        ),
      );
      if (first.name === "text:list") return [...inner(first), ...following];
      if (first.name === "text:h") return [...this.#headingRuns(first, marker ?? ""), ...following];
      const { text, after } = odtText(first, this.#context);
      return [{ kind: "item", text, level, marker, list: key }, ...after, ...following];
    });
  }

  #tableRuns(table: MarkupElement): DocumentRun[] {
    const after: DocumentRun[] = [];
    const rows = ownElements(table, /^table:table-row$/).filter((row) => {
      const isHidden = /^(collapse|filter)$/.test(row.attribs["table:visibility"] ?? "");
      if (isHidden) after.push(loss(`A hidden row of a table was left out: ${excerpt(rowText(row.children))}`));
      return !isHidden;
    });
    const cells = rows.map((row) => ownElements(row, /^table:(covered-)?table-cell$/));
    const { background } = this.#context.styles;
    const readCell = (cell: MarkupElement, row: MarkupElement | undefined): DocumentRun[] => {
      const shades = [cell, row, table].map((element) => background(element?.attribs["table:style-name"]));
      const color = shades.find((shade) => shade !== undefined && shade !== null);
      const behind = color ? { color, isCertain: true } : this.#context.background;
      return onOdtBackground(this.#context, behind, () => this.runs(cell.children));
    };
    if (cells.every((row) => row.length <= 1 && repeats(row[0], "columns") === 1)) {
      return [...rows.flatMap((row, index) => (cells[index] ?? []).flatMap((cell) => readCell(cell, row))), ...after];
    }
    const grid = rows.flatMap((row, index): Cell[][] => {
      const line = (cells[index] ?? []).flatMap((cell): Cell[] => {
        const { text, after: following } = cellLine(readCell(cell, row));
        after.push(...following);
        if (childElement(cell, "table:table"))
          after.push(loss("A table within a table was written on one line of its cell."));
        const isCovered = cell.name === "table:covered-table-cell";
        return Array.from({ length: repeats(cell, "columns") }, () => ({ text: isCovered ? "" : text, colspan: 1 }));
      });
      return Array.from({ length: line.some(({ text }) => text) ? repeats(row, "rows") : 1 }, () => line);
    });
    return [...tableBlockRuns(grid), ...after];
  }
}

const repeats = (element: MarkupElement | undefined, what: "columns" | "rows") =>
  Math.min(maxRepeats, Math.max(1, Number(element?.attribs[`table:number-${what}-repeated`] ?? 1) || 1));

/** Rows or cells of a table, also within groups of rows, but not within tables of their own. */
function ownElements(parent: MarkupElement, wanted: RegExp): MarkupElement[] {
  return childElements(parent.children).flatMap((element) => {
    if (wanted.test(element.name)) return [element];
    return /^table:table-(header-rows|rows|row-group)$/.test(element.name) ? ownElements(element, wanted) : [];
  });
}

/** What is at the top and the foot of pages, each text once. Page numbers are no loss. */
function marginLosses(common: readonly MarkupNode[]): DocumentRun[] {
  const margins = [
    "style:header",
    "style:footer",
    "style:header-left",
    "style:footer-left",
    "style:header-first",
    "style:footer-first",
  ];
  const texts = margins.flatMap((name) => findElements(common, name)).map(({ children }) => innerText(children));
  const shown = texts.filter((text) => /\p{L}/u.test(text.replace(/\b(page|of|p)\b/gi, ""))).map(excerpt);
  return [...new Set(shown)].map((text) =>
    loss(`The text at the edge of pages was left out: ${text}`, "on every page"),
  );
}
