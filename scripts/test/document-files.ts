import { strToU8, type Zippable, zipSync } from "fflate";

// Small DOCX and ODT files for tests, made of the XML that word processors write.

/** The smallest possible picture: one dot. */
export const dot = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

const office = "http://schemas.openxmlformats.org";
const docxNamespaces = [
  ["w", `${office}/wordprocessingml/2006/main`],
  ["r", `${office}/officeDocument/2006/relationships`],
  ["wp", `${office}/drawingml/2006/wordprocessingDrawing`],
  ["a", `${office}/drawingml/2006/main`],
  ["pic", `${office}/drawingml/2006/picture`],
  ["m", `${office}/officeDocument/2006/math`],
  ["mc", `${office}/markup-compatibility/2006`],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["c", `${office}/drawingml/2006/chart`],
  ["dgm", `${office}/drawingml/2006/diagram`],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["o", "urn:schemas-microsoft-com:office:office"],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

export const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : run(content)}</w:p>`;
export const styled = (content: string, style: string) => paragraph(content, `<w:pStyle w:val="${style}"/>`);
export const heading = (text: string) => styled(text, "heading1");
/** An item of a list, and what word/numbering.xml holds of it: its definition, made of levels, and the list’s number. */
export const listItem = (text: string, numId: number, level = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
export const listLevel = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const listDefinition = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
export const listNumber = (id: number, definition: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;
export const cell = (text: string, span = 1) =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph(text)}</w:tc>`;
export const drawing = (content: string, description = "") =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${description}"/><a:graphic>${content}</a:graphic></wp:inline></w:drawing></w:r>`;
export const image = (description: string, id = 'r:embed="rId9"') =>
  paragraph(
    drawing(
      `<a:graphicData uri="${office}/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip ${id}/></pic:blipFill></pic:pic></a:graphicData>`,
      description,
    ),
  );

export type DocxOptions = {
  picture?: Uint8Array;
  /** The content of w:numbering. */
  numbering?: string;
  /** Further w:style elements. */
  styles?: string;
  footnotes?: string;
  endnotes?: string;
  header?: string;
  /** Further relationships of the document: [id, type, target, is outside]. */
  relationships?: [string, string, string, boolean?][];
  parts?: Zippable;
};

const styleNames = ["Title", "heading 1", "heading 2", "toc 1"];

export function docxParts(body: string, options: DocxOptions = {}): Zippable {
  const relationship = (id: string, type: string, target: string, isExternal = false) =>
    `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ""}/>`;
  const file = (content: string) =>
    strToU8(`<Relationships xmlns="${office}/package/2006/relationships">${content}</Relationships>`);
  const part = (name: string, content: string | undefined) =>
    content === undefined
      ? {}
      : {
          [`word/${name}.xml`]: strToU8(
            `<w:${name.replace(/\d/, "")} ${docxNamespaces}>${content}</w:${name.replace(/\d/, "")}>`,
          ),
        };
  const styles = styleNames.map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/></w:style>`,
  );
  return {
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    "_rels/.rels": file(relationship("rId1", "officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": file(
      [
        relationship("rId9", "image", "media/image1.png"),
        relationship("rId8", "styles", "styles.xml"),
        relationship("rId7", "numbering", "numbering.xml"),
        relationship("rId6", "footnotes", "footnotes.xml"),
        relationship("rId5", "endnotes", "endnotes.xml"),
        relationship("rId4", "header", "header1.xml"),
        ...(options.relationships ?? []).map((each) => relationship(...each)),
      ].join(""),
    ),
    "word/media/image1.png": options.picture ?? dot,
    ...part("styles", styles.join("") + (options.styles ?? "")),
    ...part("numbering", options.numbering),
    ...part("footnotes", options.footnotes),
    ...part("endnotes", options.endnotes),
    ...(options.header !== undefined && {
      "word/header1.xml": strToU8(`<w:hdr ${docxNamespaces}>${options.header}</w:hdr>`),
    }),
    "word/document.xml": strToU8(`<w:document ${docxNamespaces}><w:body>${body}</w:body></w:document>`),
    ...options.parts,
  };
}

export const docxFile = (body: string, options: DocxOptions = {}) => zipSync(docxParts(body, options));

const odfNamespaces = ["office", "text", "table", "draw", "style", "chart"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

/** @param common the content of office:styles and office:master-styles, in styles.xml */
export function odtParts(body: string, styles = "", common = "", parts: Zippable = {}): Zippable {
  const root = (name: string, content: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:${name} ${odfNamespaces} xmlns:xlink="x" xmlns:svg="y">${content}</office:${name}>`,
    );
  return {
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "Pictures/a.png": dot,
    "styles.xml": root("document-styles", common),
    "content.xml": root(
      "document-content",
      `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    ...parts,
  };
}

export const odtFile = (...content: Parameters<typeof odtParts>) => zipSync(odtParts(...content));
