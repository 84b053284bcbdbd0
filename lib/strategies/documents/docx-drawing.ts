import type { OpenField } from "@/lib/strategies/documents/docx-fields";
import { type DocxPackage, type DocxPart, drawingTexts } from "@/lib/strategies/documents/docx-package";
import type { DocxStyles, RunFormat } from "@/lib/strategies/documents/docx-styles";
import {
  childElement,
  childElements,
  findElement,
  findElements,
  type MarkupElement,
  type MarkupNode,
} from "@/lib/strategies/documents/markup-tree";
import { type DocumentRun, excerpt, loss, normaliseWhitespace } from "@/lib/strategies/documents/parsed-document";
import type { PictureCollector } from "@/lib/strategies/documents/picture-collector";
import { type Background, readColor, unknownBackground } from "@/lib/strategies/documents/text-visibility";

/** What the readers of a DOCX share. `part` is the one that is being read. */
export type DocxContext = {
  package: DocxPackage;
  part: DocxPart;
  pictures: PictureCollector;
  styles: DocxStyles;
  /** Fields that are open, the innermost last: a list of contents spans paragraphs. */
  fields: OpenField[];
  note: (kind: "footnote" | "endnote", id: string) => { number: number; text: string; after: DocumentRun[] } | null;
  blocks: (nodes: readonly MarkupNode[]) => DocumentRun[];
  /** What is behind the text, and what a table's style makes of it: those of the page, a cell or a text box. */
  background: Background;
  cellFormat: RunFormat;
  /** How many were left out: comments in the margin, tracked deletions, lines of a list of contents. */
  comments: number;
  tracked: number;
  contents: number;
};

/** A `w:drawing`, `w:pict` or `w:object` as pictures and the text of text boxes, or as what is lost of it. */
export function drawingRuns(element: MarkupElement, context: DocxContext): DocumentRun[] {
  if (element.name === "w:object") {
    const program = findElement(element.children, "o:OLEObject")?.attribs.ProgID;
    return [loss(`An embedded object was left out${program ? ` (${program})` : ""}. Add it as a picture or a table.`)];
  }
  return element.name === "w:pict" ? vmlRuns(element, context) : drawingMlRuns(element, context);
}

function drawingMlRuns(drawing: MarkupElement, context: DocxContext): DocumentRun[] {
  const properties = findElement(drawing.children, "wp:docPr")?.attribs ?? {};
  const alt = normaliseWhitespace(properties.descr || properties.title || "");
  const named = alt ? `: ${excerpt(alt)}` : ".";
  const isHidden = properties.hidden === "1" || properties.hidden === "true";
  if (isHidden) return [loss(`A hidden picture or drawing was left out${named}`)];
  const data = findElement(drawing.children, "a:graphicData");
  const uri = data?.attribs.uri ?? "";
  if (/chart/i.test(uri)) return [loss(`${chartName(data, context)} was left out. Add it as a picture or a table.`)];
  if (/diagram/i.test(uri)) return [diagramLoss(data, context)];
  const runs = shapeRuns(drawing.children, alt, context);
  if (findElement(drawing.children, "a:videoFile") ?? findElement(drawing.children, "wp15:webVideoPr")) {
    runs.push(loss(`A video was left out${named}`));
  }
  return runs.length > 0 ? runs : [loss(`A shape was left out${named}`)];
}

/** Pictures and text boxes of a drawing in order; a group has several. */
function shapeRuns(nodes: readonly MarkupNode[], alt: string, context: DocxContext): DocumentRun[] {
  return childElements(nodes).flatMap((element): DocumentRun[] => {
    const { name, attribs, children } = element;
    if (name === "w:txbxContent") return boxRuns(element, context);
    if (name === "a:blip") return pictureRuns(attribs["r:embed"], attribs["r:link"], alt, context);
    if (name === "mc:Fallback" && element.parent && childElement(element.parent as MarkupElement, "mc:Choice"))
      return [];
    const own = name === "pic:pic" ? findElement(children, "pic:cNvPr")?.attribs.descr : undefined;
    return shapeRuns(children, alt || normaliseWhitespace(own ?? ""), context);
  });
}

/** Reads what is in front of something else than its surroundings. */
export function onBackground<Result>(
  context: DocxContext,
  background: Background,
  cellFormat: RunFormat,
  read: () => Result,
): Result {
  const outer = [context.background, context.cellFormat] as const;
  [context.background, context.cellFormat] = [background, cellFormat];
  try {
    return read();
  } finally {
    [context.background, context.cellFormat] = outer;
  }
}

const boxRuns = (box: MarkupElement, context: DocxContext): DocumentRun[] =>
  onBackground(context, boxBackground(box), {}, () => context.blocks(box.children));

/** The fill of the shape around a text box. One without a fill may be over a picture. */
function boxBackground(box: MarkupElement): Background {
  let shape = box.parent as MarkupElement | null;
  while (shape?.name && !/^(wps:wsp|v:[a-z]+)$/.test(shape.name)) shape = shape.parent as MarkupElement | null;
  while (shape?.name === "v:textbox") shape = shape.parent as MarkupElement | null;
  if (!shape?.name) return unknownBackground;
  if (shape.name !== "wps:wsp") {
    const color = shape.attribs.filled === "f" ? null : readColor(shape.attribs.fillcolor?.split(" ")[0]);
    return color ? { color, isCertain: true } : unknownBackground;
  }
  const fill = childElement(childElement(shape, "wps:spPr"), "a:solidFill");
  const color = readColor(fill && childElement(fill, "a:srgbClr")?.attribs.val);
  if (color) return { color, isCertain: true };
  const scheme = fill && childElement(fill, "a:schemeClr")?.attribs.val;
  return scheme && /^(bg1|lt1)$/.test(scheme) ? { color: "FFFFFF", isCertain: true } : unknownBackground;
}

function pictureRuns(embedded: string | undefined, link: string | undefined, alt: string, context: DocxContext) {
  const target = context.part.relationships.get(embedded ?? "")?.target;
  const bytes = target === undefined ? undefined : context.package.bytes(target);
  if (bytes) return context.pictures.add(bytes, alt);
  const address = context.part.relationships.get(link ?? embedded ?? "")?.target;
  const where = address ? `: ${excerpt(alt || address)}` : ".";
  return [loss(`A picture that is not in the document, but only linked to, was left out${where}`)];
}

function chartName(data: MarkupElement | undefined, context: DocxContext): string {
  const id = childElements(data?.children ?? []).find(({ attribs }) => attribs["r:id"])?.attribs["r:id"];
  const path = context.part.relationships.get(id ?? "")?.target;
  const title = path ? findElement(context.package.part(path).nodes, "c:title") : undefined;
  const text = title ? drawingTexts(title.children).join(" ") : "";
  return text ? `A chart, ${excerpt(text)},` : "A chart";
}

function diagramLoss(data: MarkupElement | undefined, context: DocxContext): DocumentRun {
  const id = findElement(data?.children ?? [], "dgm:relIds")?.attribs["r:dm"];
  const path = context.part.relationships.get(id ?? "")?.target;
  const texts = path ? drawingTexts(context.package.part(path).nodes) : [];
  return loss(
    `A SmartArt diagram was left out. Add it as a picture or a list.${texts.length > 0 ? ` It says: ${excerpt(texts.join("; "))}` : ""}`,
  );
}

/** Text boxes that are in no other: those within are read with it. */
const outermostBoxes = (nodes: readonly MarkupNode[]): MarkupElement[] =>
  childElements(nodes).flatMap((element) =>
    element.name === "w:txbxContent" ? [element] : outermostBoxes(element.children),
  );

/** Drawings of older programs (VML). */
function vmlRuns(picture: MarkupElement, context: DocxContext): DocumentRun[] {
  const runs: DocumentRun[] = [];
  for (const image of findElements(picture.children, "v:imagedata")) {
    const shape = image.parent as MarkupElement | null;
    const alt = normaliseWhitespace(shape?.attribs?.alt ?? image.attribs["o:title"] ?? "");
    runs.push(...pictureRuns(image.attribs["r:id"], image.attribs["r:href"], alt, context));
  }
  for (const box of outermostBoxes(picture.children)) runs.push(...boxRuns(box, context));
  for (const art of findElements(picture.children, "v:textpath")) {
    runs.push(loss(`WordArt was left out. It says: ${excerpt(art.attribs.string ?? "")}`));
  }
  const isLine = findElement(picture.children, "v:rect")?.attribs["o:hr"] === "t";
  const isDrawn = childElements(picture.children).some(({ name }) => name !== "v:shapetype");
  return runs.length > 0 || isLine || !isDrawn ? runs : [loss("A shape was left out.")];
}

/** The form of a drawing that we can read: the newer one, unless only the older has a picture. */
export function chooseAlternative(element: MarkupElement): MarkupNode[] {
  const choice = childElement(element, "mc:Choice");
  const fallback = childElement(element, "mc:Fallback");
  const isReadable = ["w:txbxContent", "a:blip", "w:t", "m:t"].some((name) =>
    findElement(choice?.children ?? [], name),
  );
  const hasPicture = ["v:imagedata", "a:blip", "w:txbxContent"].some((name) =>
    findElement(fallback?.children ?? [], name),
  );
  return (isReadable || !hasPicture ? (choice ?? fallback) : fallback)?.children ?? [];
}
