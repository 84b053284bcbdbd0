import { zipSync } from "fflate";
import mammoth from "mammoth";
import {
  type Cell,
  childElements,
  findElements,
  isElement,
  type MarkupElement,
  type MarkupNode,
  nodeText,
  parseMarkup,
  toGrid,
} from "@/lib/strategies/documents/markup-tree";
import {
  blockRun,
  type DocumentRun,
  normaliseWhitespace,
  type ParsedDocument,
  toParsedDocument,
} from "@/lib/strategies/documents/parsed-document";
import type { PictureCollector } from "@/lib/strategies/documents/picture-collector";

const styleMap = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"];

/**
 * Reads the parts of a DOCX. Mammoth converts it to simple HTML, of which we make runs; a picture's `src` is its index
 * in `bytes`. Tracked deletions and comments are left out.
 */
export async function readDocx(parts: Record<string, Uint8Array>, pictures: PictureCollector): Promise<ParsedDocument> {
  const bytes: Uint8Array[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    bytes.push(new Uint8Array(await image.readAsArrayBuffer()));
    return { src: String(bytes.length - 1) };
  });
  // packed again without compression, so that Mammoth cannot unpack more than we did
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage, externalFileAccess: false });
  const picture = ({ attribs }: MarkupElement) =>
    pictures.add(bytes[Number(attribs.src)], normaliseWhitespace(attribs.alt ?? ""));
  return toParsedDocument(toRuns(parseMarkup(value, false), picture));
}

type PictureReader = (image: MarkupElement) => DocumentRun[];

function toRuns(nodes: readonly MarkupNode[], picture: PictureReader): DocumentRun[] {
  return nodes.flatMap((node): DocumentRun[] => {
    if (!isElement(node)) return [{ kind: "text", text: normaliseWhitespace(nodeText(node)), block: null }];
    const innerPictures = () => findElements(node.children, "img").flatMap(picture);
    const heading = /^h([1-6])$/.exec(node.name)?.[1];
    if (heading) {
      const depth = node.attribs.class === "title" ? 0 : Number(heading);
      return [{ kind: "heading", depth, text: singleLineText(node) }, ...innerPictures()];
    }
    switch (node.name) {
      case "ul":
      case "ol":
        return [blockRun({ kind: "list", isOrdered: node.name === "ol", items: listItems(node) }), ...innerPictures()];
      case "table":
        return [...tableRuns(node), ...innerPictures()];
      case "img":
        return picture(node);
      default:
        return [{ kind: "text", text: elementText(node), block: null }, ...innerPictures()];
    }
  });
}

const listItems = (list: MarkupElement): string[] =>
  childElements(list.children)
    .map((item) => singleLineText(item))
    .filter((item) => item !== "");

function tableRuns(table: MarkupElement): DocumentRun[] {
  const rows = findElements(table.children, "tr").map((row) =>
    childElements(row.children).filter(({ name }) => /^t[dh]$/.test(name)),
  );
  // a table of one column is a frame around text
  if (rows.every((cells) => cells.length <= 1)) {
    return rows.flatMap((cells) => cells.flatMap((cell) => toRuns(cell.children, () => [])));
  }
  const cells = rows.map((row) =>
    row.map(
      (cell): Cell => ({
        text: singleLineText(cell),
        colspan: Number(cell.attribs.colspan ?? 1),
        rowspan: Number(cell.attribs.rowspan ?? 1),
      }),
    ),
  );
  const [head = [], ...rest] = toGrid(cells);
  return [blockRun({ kind: "table", head, rows: rest })];
}

/** The text of an element on one line. */
const singleLineText = (element: MarkupElement) => elementText(element).replaceAll("\n", "; ");

const blockElements = new Set(["p", "li", "ul", "ol", "tr", "table", "div"]);

function elementText(element: MarkupElement): string {
  const text = (nodes: readonly MarkupNode[]): string =>
    nodes
      .map((node) => {
        if (!isElement(node)) return nodeText(node);
        if (node.name === "br") return "\n";
        const inner = text(node.children);
        if (blockElements.has(node.name)) return `\n${inner}\n`;
        const { href } = node.attribs;
        return node.name === "a" && href && /^https?:/.test(href) && inner.trim() !== href
          ? `${inner} (${href})`
          : inner;
      })
      .join("");
  return normaliseWhitespace(text(element.children)).replace(/\n{2,}/g, "\n");
}
