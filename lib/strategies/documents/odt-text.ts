import { mathmlText } from "@/lib/strategies/documents/equation-text";
import {
  childElements,
  findElement,
  findElements,
  innerText,
  isElement,
  type MarkupElement,
  type MarkupNode,
  nodeText,
  parsePart,
} from "@/lib/strategies/documents/markup-tree";
import { scriptText } from "@/lib/strategies/documents/number-formats";
import type { OdtFormat, OdtStyles } from "@/lib/strategies/documents/odt-styles";
import {
  type DocumentRun,
  excerpt,
  loss,
  normaliseWhitespace,
  withAddress,
} from "@/lib/strategies/documents/parsed-document";
import type { PictureCollector } from "@/lib/strategies/documents/picture-collector";
import {
  type Background,
  UnseenText,
  unknownBackground,
  unseenBecause,
} from "@/lib/strategies/documents/text-visibility";

/** What the readers of an ODT share. */
export type OdtContext = {
  parts: Record<string, Uint8Array>;
  pictures: PictureCollector;
  styles: OdtStyles;
  blocks: (nodes: readonly MarkupNode[]) => DocumentRun[];
  /** What is behind the text: that of the page, a cell or a text box. */
  background: Background;
  /** How many notes the text has referred to. */
  notes: number;
  /** How many were left out: comments in the margin, tracked deletions. */
  comments: number;
  tracked: number;
};

const drawnShapes =
  /^draw:(rect|line|polyline|polygon|regular-polygon|path|circle|ellipse|connector|measure|custom-shape|caption|control|page-thumbnail)$|^dr3d:scene$/;

/** The text of a paragraph, and what follows it: pictures, text boxes, notes and losses. */
export function odtText(
  { attribs, children }: MarkupElement,
  context: OdtContext,
): { text: string; after: DocumentRun[] } {
  const after: DocumentRun[] = [];
  const unseen = new UnseenText();
  const shade = context.styles.background(attribs["text:style-name"]);
  const background = shade ? { color: shade, isCertain: true } : context.background;
  const add = (text: string, format: OdtFormat): string => {
    const reason = format.isHidden ? "hidden" : format.isStruck ? "struck" : unseenBecause(format, background);
    if (reason) unseen.add(reason, text);
    if (reason && reason !== "doubtful") return "";
    if (!reason) unseen.separate();
    return format.script ? scriptText(text, format.script) : text;
  };
  const readAll = (nodes: readonly MarkupNode[], format: OdtFormat): string =>
    nodes
      .map((node) => (isElement(node) ? read(node, format) : add(nodeText(node).replace(/\s+/g, " "), format)))
      .join("");
  const read = (element: MarkupElement, format: OdtFormat): string => {
    const { name } = element;
    switch (name) {
      case "text:span":
        return readAll(element.children, { ...format, ...context.styles.format(element.attribs["text:style-name"]) });
      case "text:s":
      case "text:tab":
        return add(" ", format);
      case "text:line-break":
        return add("\n", format);
      case "text:soft-page-break":
        return "";
      case "text:note":
        return readNote(element, format);
      case "text:a": {
        return withAddress(readAll(element.children, format), element.attribs["xlink:href"] ?? "");
      }
      case "text:hidden-text":
        unseen.add("hidden", element.attribs["text:string-value"] ?? innerText(element.children));
        return "";
      case "text:placeholder":
        after.push(loss(`A field to fill in was left out, since it is empty: ${excerpt(innerText(element.children))}`));
        return "";
      case "text:ruby":
        return `${readAll(findElement(element.children, "text:ruby-base")?.children ?? [], format)} (${innerText(findElement(element.children, "text:ruby-text")?.children ?? [])})`;
      case "text:drop-down":
        return readAll(
          element.children.filter((child) => !isElement(child)),
          format,
        );
      case "office:annotation":
        context.comments += 1;
        return "";
      case "office:annotation-end":
      case "text:tracked-changes":
      case "text:script":
        return "";
      case "text:change":
        context.tracked += 1;
        return "";
      default:
        if (name.startsWith("draw:") || name === "dr3d:scene") return readDrawing(element, format);
        return readAll(element.children, format);
    }
  };
  const readNote = (note: MarkupElement, format: OdtFormat): string => {
    if (format.isHidden || format.isStruck) return "";
    context.notes += 1;
    const number = context.notes;
    const runs = context.blocks(findElement(note.children, "text:note-body")?.children ?? []);
    const text = runs
      .flatMap((run) => (run.kind === "loss" ? [] : [run.text]))
      .filter(Boolean)
      .join("\n");
    after.push({ kind: "note", text: `[${number}] ${text}` }, ...runs.filter(({ kind }) => kind === "loss"));
    return `[${number}]`;
  };
  const readDrawing = (element: MarkupElement, format: OdtFormat): string => {
    const equation = format.isHidden ? null : equationOf(element, context);
    if (equation === null) {
      after.push(...odtDrawingRuns(element, context));
      return "";
    }
    after.push(loss(`An equation was written as text. Check it: ${excerpt(equation)}`));
    return ` ${equation} `;
  };
  const text = normaliseWhitespace(readAll(children, context.styles.paragraphFormat(attribs["text:style-name"])));
  after.push(...unseen.losses());
  return { text, after };
}

/** Reads what is in front of something else than its surroundings. A shape without a colour may be over a picture. */
export function onOdtBackground<Result>(context: OdtContext, background: Background, read: () => Result): Result {
  const outer = context.background;
  context.background = background;
  try {
    return read();
  } finally {
    context.background = outer;
  }
}

function boxRuns(nodes: readonly MarkupNode[], shape: MarkupElement, context: OdtContext): DocumentRun[] {
  const color = context.styles.background(shape.attribs["draw:style-name"]);
  return onOdtBackground(context, color ? { color, isCertain: true } : unknownBackground, () => context.blocks(nodes));
}

/** Pictures and text boxes of a frame, a shape or a group, or what is lost of them. */
export function odtDrawingRuns(element: MarkupElement, context: OdtContext): DocumentRun[] {
  const { name, children, attribs } = element;
  const childText = (child: string) => innerText(findElement(children, child)?.children ?? []);
  const alt = normaliseWhitespace(childText("svg:desc") || childText("svg:title"));
  const named = alt ? `: ${excerpt(alt)}` : ".";
  if (name === "draw:a" || name === "draw:g") {
    return childElements(children).flatMap((child) =>
      child.name.startsWith("draw:") ? odtDrawingRuns(child, context) : [],
    );
  }
  if (name !== "draw:frame" && !drawnShapes.test(name)) return [];
  const object = findElement(children, "draw:object") ?? findElement(children, "draw:object-ole");
  if (object) return [objectLoss(object, alt, context)];
  const box = findElement(children, "draw:text-box");
  if (box) return boxRuns(box.children, element, context);
  const image = findElement(children, "draw:image");
  if (image) return pictureRuns(image.attribs["xlink:href"] ?? "", alt, context);
  const media = findElement(children, "draw:plugin") ?? findElement(children, "draw:applet");
  if (media) return [loss(`A video, a sound or a program was left out${named}`)];
  if (name === "draw:control") return [loss(`A field of a form was left out${named}`)];
  const text = boxRuns(children, element, context).filter((run) => run.kind === "loss" || run.text !== "");
  return text.length > 0
    ? text
    : [loss(`A shape was left out${attribs["draw:name"] && !alt ? `: ${excerpt(attribs["draw:name"])}` : named}`)];
}

function pictureRuns(href: string, alt: string, { parts, pictures }: OdtContext): DocumentRun[] {
  const bytes = parts[href.replace(/^\.\//, "")];
  if (bytes) return pictures.add(bytes, alt);
  return [loss(`A picture that is not in the document, but only linked to, was left out: ${excerpt(alt || href)}`)];
}

const objectContent = (object: MarkupElement, { parts }: OdtContext): MarkupNode[] => {
  const own = childElements(object.children);
  const href = (object.attribs["xlink:href"] ?? "").replace(/^\.\//, "").replace(/\/$/, "");
  return own.length > 0 ? own : parsePart(parts[`${href}/content.xml`]);
};

function equationOf(frame: MarkupElement, context: OdtContext): string | null {
  const object = findElement(frame.children, "draw:object");
  const content = object ? objectContent(object, context) : [];
  const math = findElement(content, "math") ?? findElement(content, "math:math");
  return math ? mathmlText(math.children).trim() || null : null;
}

function objectLoss(object: MarkupElement, alt: string, context: OdtContext): DocumentRun {
  const chart = findElement(objectContent(object, context), "chart:chart");
  const title = chart
    ? findElements(chart.children, "chart:title")
        .map(({ children }) => innerText(children))
        .join(" ")
    : "";
  const named = title || alt ? `, ${excerpt(title || alt)},` : "";
  return loss(`${chart ? "A chart" : "An embedded object"}${named} was left out. Add it as a picture or a table.`);
}
