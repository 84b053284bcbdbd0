import { zipSync } from "fflate";
import mammoth from "mammoth";
import {
  type Cell,
  dataOf,
  type Element,
  elements,
  findAll,
  gridOf,
  isElement,
  type Node,
  parseTree,
} from "@/lib/strategies/documents/markup-tree";
import { blockRun, type Found, type Run, tidy, toSections } from "@/lib/strategies/documents/parsed-document";
import type { Pictures } from "@/lib/strategies/documents/picture-collector";

const styles = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"];

/**
 * Reads the parts of a DOCX. Mammoth makes a plain tree of it, and we make runs of that tree; pictures come as their
 * numbers in `bytes`. What Word deleted, and its comments, are not in it.
 */
export async function readDocx(parts: Record<string, Uint8Array>, pictures: Pictures): Promise<Found> {
  const bytes: Uint8Array[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    bytes.push(new Uint8Array(await image.readAsArrayBuffer()));
    return { src: String(bytes.length - 1) };
  });
  // packed again without compression: what reads it now can unpack no more than we did
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: styles, convertImage, externalFileAccess: false },
  );
  const picture = ({ attribs }: Element) => pictures.take(bytes[Number(attribs.src)], tidy(attribs.alt ?? ""));
  return toSections(runsOf(parseTree(value, false), picture));
}

type PictureOf = (image: Element) => Run[];

function runsOf(nodes: readonly Node[], picture: PictureOf): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (!isElement(node)) return [{ kind: "words", text: tidy(dataOf(node)), block: null }];
    const inside = () => findAll(node.children, "img").flatMap(picture);
    const heading = /^h([1-6])$/.exec(node.name)?.[1];
    if (heading) {
      const depth = node.attribs.class === "title" ? 0 : Number(heading);
      return [{ kind: "heading", depth, text: lineOf(node) }, ...inside()];
    }
    switch (node.name) {
      case "ul":
      case "ol":
        return [blockRun({ kind: "list", isOrdered: node.name === "ol", items: itemsOf(node) }), ...inside()];
      case "table":
        return [...tableRuns(node), ...inside()];
      case "img":
        return picture(node);
      default:
        return [{ kind: "words", text: textOf(node), block: null }, ...inside()];
    }
  });
}

const itemsOf = (list: Element): string[] =>
  elements(list.children)
    .map((item) => lineOf(item))
    .filter((item) => item !== "");

function tableRuns(table: Element): Run[] {
  const rows = findAll(table.children, "tr").map((row) =>
    elements(row.children).filter(({ name }) => /^t[dh]$/.test(name)),
  );
  // a box round some words is no table
  if (rows.every((cells) => cells.length <= 1)) {
    return rows.flatMap((cells) => cells.flatMap((cell) => runsOf(cell.children, () => [])));
  }
  const cells = rows.map((row) =>
    row.map(
      (cell): Cell => ({
        text: lineOf(cell),
        across: Number(cell.attribs.colspan ?? 1),
        down: Number(cell.attribs.rowspan ?? 1),
      }),
    ),
  );
  const [head = [], ...rest] = gridOf(cells);
  return [blockRun({ kind: "table", head, rows: rest })];
}

/** The words of an element on one line. */
const lineOf = (element: Element) => textOf(element).replaceAll("\n", "; ");

const blocks = new Set(["p", "li", "ul", "ol", "tr", "table", "div"]);

function textOf(element: Element): string {
  const text = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (!isElement(node)) return dataOf(node);
        if (node.name === "br") return "\n";
        const inner = text(node.children);
        if (blocks.has(node.name)) return `\n${inner}\n`;
        const { href } = node.attribs;
        return node.name === "a" && href && /^https?:/.test(href) && inner.trim() !== href
          ? `${inner} (${href})`
          : inner;
      })
      .join("");
  return tidy(text(element.children)).replace(/\n{2,}/g, "\n");
}
