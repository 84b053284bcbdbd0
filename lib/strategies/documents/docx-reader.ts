import type { DocxContext } from "@/lib/strategies/documents/docx-drawing";
import { chooseAlternative } from "@/lib/strategies/documents/docx-drawing";
import { DocxNumbering } from "@/lib/strategies/documents/docx-numbering";
import { DocxPackage, type DocxPart } from "@/lib/strategies/documents/docx-package";
import { readDocxStyles, readNumbering, readOutline, readShade } from "@/lib/strategies/documents/docx-styles";
import { docxTableRuns } from "@/lib/strategies/documents/docx-table";
import { ParagraphText } from "@/lib/strategies/documents/docx-text";
import {
  childElement,
  childElements,
  findElement,
  findElements,
  innerText,
  type MarkupElement,
  type MarkupNode,
} from "@/lib/strategies/documents/markup-tree";
import {
  contentsLoss,
  type DocumentRun,
  excerpt,
  loss,
  type ParsedDocument,
  toParsedDocument,
} from "@/lib/strategies/documents/parsed-document";
import type { PictureCollector } from "@/lib/strategies/documents/picture-collector";
import { type Background, page, readColor, unknownBackground } from "@/lib/strategies/documents/text-visibility";

const everyPage = "on every page";
const allOver = "in all of it";

/** Reads the parts of a DOCX by the element names of WordprocessingML (ISO/IEC 29500). */
export function readDocx(parts: Record<string, Uint8Array>, pictures: PictureCollector): ParsedDocument {
  const docx = new DocxPackage(parts);
  const main = docx.main;
  const [stylesPart] = docx.partsOfType("styles");
  const styles = readDocxStyles(stylesPart?.nodes ?? []);
  const [numberingPart] = docx.partsOfType("numbering");
  const numbering = new DocxNumbering(numberingPart?.nodes ?? [], (id) => styles.paragraph(id).numbering.numId);
  const context: DocxContext = {
    ...{ package: docx, part: main, pictures, styles, fields: [], comments: 0, tracked: 0, contents: 0 },
    ...{ note: () => null, background: pageBackground(docx), cellFormat: {} },
    blocks: (nodes) => blockRuns(nodes, context, numbering),
  };
  context.note = noteReader(docx, context);
  const body = findElement(main.nodes, "w:body");
  const runs = context.blocks(body?.children ?? []);
  return toParsedDocument([...runs, ...marginLosses(docx), ...countedLosses(context)]);
}

/** The colour of pages. One that has a picture behind its text may be of any colour. */
function pageBackground(docx: DocxPackage): Background {
  const parts = [docx.main, ...docx.partsOfType("header")];
  const hasPictureBehind = parts.some(({ nodes }) =>
    [
      ...findElements(nodes, "wp:anchor").map(
        ({ attribs }) => attribs.behindDoc === "1" || attribs.behindDoc === "true",
      ),
      ...findElements(nodes, "v:shape").map(({ attribs }) => /z-index:\s*-/.test(attribs.style ?? "")),
    ].some(Boolean),
  );
  if (hasPictureBehind) return unknownBackground;
  const isShown = docx.partsOfType("settings").some(({ nodes }) => findElement(nodes, "w:displayBackgroundShape"));
  const color = isShown ? readColor(findElement(docx.main.nodes, "w:background")?.attribs["w:color"]) : null;
  return color ? { color, isCertain: true } : page;
}

/** Notes are numbered in the order in which the text refers to them. Each is read once, where it is referred to. */
function noteReader(docx: DocxPackage, context: DocxContext): DocxContext["note"] {
  const parts = { footnote: docx.partsOfType("footnotes")[0], endnote: docx.partsOfType("endnotes")[0] };
  const byId = (kind: "footnote" | "endnote") =>
    new Map(findElements(parts[kind]?.nodes ?? [], `w:${kind}`).map((note) => [note.attribs["w:id"] ?? "", note]));
  const notes = { footnote: byId("footnote"), endnote: byId("endnote") };
  let number = 0;
  return (kind, id) => {
    const part = parts[kind];
    const note = notes[kind].get(id);
    if (!part || !note || note.attribs["w:type"]) return null;
    number += 1;
    const runs = inPart(context, part, () => context.blocks(note.children));
    const text = runs
      .flatMap((run) => (run.kind !== "loss" ? [run.text] : []))
      .filter(Boolean)
      .join("\n");
    return { number, text, after: runs.filter(({ kind }) => kind === "loss") };
  };
}

function inPart<Result>(context: DocxContext, part: DocxPart, read: () => Result): Result {
  const { part: outer, fields } = context;
  [context.part, context.fields] = [part, []];
  try {
    return read();
  } finally {
    [context.part, context.fields] = [outer, fields];
  }
}

function blockRuns(nodes: readonly MarkupNode[], context: DocxContext, numbering: DocxNumbering): DocumentRun[] {
  return childElements(nodes).flatMap((element): DocumentRun[] => {
    const { name, children } = element;
    switch (name) {
      case "w:p":
        return paragraphRuns(element, context, numbering);
      case "w:tbl":
        return docxTableRuns(element, context);
      case "w:sdt":
        return controlRuns(element, context);
      case "w:altChunk":
        return [loss("A document within the document was left out. Paste its text into the document.")];
      case "mc:AlternateContent":
        return context.blocks(chooseAlternative(element));
      case "m:oMathPara":
      case "m:oMath": {
        const { text, after } = new ParagraphText(context).read([element]);
        return [{ kind: "text", text, block: null }, ...after];
      }
      case "w:del":
      case "w:moveFrom":
        context.tracked += 1;
        return [];
      case "w:sectPr":
        return [];
      default:
        return context.blocks(children); // insertions that were tracked, custom XML
    }
  });
}

/** A content control: text as any other, a list of contents, or a field to fill in that is empty. */
function controlRuns(control: MarkupElement, context: DocxContext): DocumentRun[] {
  const properties = childElement(control, "w:sdtPr");
  const content = childElement(control, "w:sdtContent")?.children ?? [];
  const gallery = findElement(properties?.children ?? [], "w:docPartGallery")?.attribs["w:val"] ?? "";
  if (/table of contents/i.test(gallery)) {
    context.contents += 1;
    return [];
  }
  if (childElement(properties, "w:showingPlcHdr")) {
    const prompt = innerText(findElements(content, "w:t"));
    return [loss(`A field to fill in was left out, since it is empty: ${excerpt(prompt)}`)];
  }
  return context.blocks(content);
}

function paragraphRuns(paragraph: MarkupElement, context: DocxContext, numbering: DocxNumbering): DocumentRun[] {
  const properties = childElement(paragraph, "w:pPr");
  const styleId = childElement(properties, "w:pStyle")?.attribs["w:val"];
  const style = context.styles.paragraph(styleId);
  const shade = readShade(properties) ?? style.shade;
  const background = shade ? { color: shade, isCertain: true } : context.background;
  const { text, after, isContents } = new ParagraphText(context, style.format, background).read(paragraph.children);
  if (/^(toc \d|toc heading|table of figures)/.test(style.name) || (isContents && text === "")) {
    if (!isContents && text) context.contents += 1;
    return after;
  }
  if (style.name === "title") return [{ kind: "heading", depth: 0, text }, ...after];
  const own = readNumbering(properties);
  const numId = own.numId ?? style.numbering.numId;
  const item = numId && numbering.next(numId, own.level ?? style.numbering.level, styleId);
  const outline = readOutline(properties) ?? style.outline;
  if (outline !== null) {
    const numbered = item && item.marker !== null && text ? `${item.marker} ${text}` : text;
    return [{ kind: "heading", depth: outline + 1, text: numbered.replaceAll("\n", " ") }, ...after];
  }
  if (item) return [{ kind: "item", text, ...item }, ...after];
  return [{ kind: "text", text, block: null }, ...after];
}

/** What is at the top and the foot of pages, each text once. Page numbers are no loss. */
function marginLosses(docx: DocxPackage): DocumentRun[] {
  const texts = new Set<string>();
  for (const type of ["header", "footer"]) {
    for (const { nodes } of docx.partsOfType(type)) {
      const text = [
        ...findElements(nodes, "w:p").map((paragraph) => innerText(findElements(paragraph.children, "w:t"))),
        ...findElements(nodes, "v:textpath").map(({ attribs }) => attribs.string ?? ""),
      ].join(" ");
      if (/\p{L}/u.test(text.replace(/\b(page|of|seite|p)\b/gi, ""))) texts.add(excerpt(text));
    }
  }
  return [...texts].map((text) => loss(`The text at the edge of pages was left out: ${text}`, everyPage));
}

function countedLosses({ comments, tracked, contents }: DocxContext): DocumentRun[] {
  return [
    ...(contents > 0 ? [contentsLoss(allOver)] : []),
    ...(comments > 0 ? [loss(`Comments in the margin were left out: ${comments}.`, allOver)] : []),
    ...(tracked > 0
      ? [loss(`Tracked changes were read as if all were accepted. Deletions left out: ${tracked}.`, allOver)]
      : []),
  ];
}
