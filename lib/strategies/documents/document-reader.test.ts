import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { maxDocumentBytes, readDocument } from "@/lib/strategies/documents/document-reader";

// the smallest possible picture: one dot
const dot = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${run(text)}</w:p>`;
const cell = (text: string, span = 1) => `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${p(text)}</w:tc>`;
const image = (alt: string, id = "rId9") =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const docx = (body: string, picture: Uint8Array = dot): Zippable => ({
  "[Content_Types].xml": strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/></Types>',
  ),
  "_rels/.rels": strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rels}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  "word/_rels/document.xml.rels": strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${rels}/image" Target="media/image1.png"/><Relationship Id="rId8" Type="${rels}/styles" Target="styles.xml"/></Relationships>`,
  ),
  "word/styles.xml": strToU8(
    `<w:styles ${w}>${["Title", "heading 1", "heading 2"].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/></w:style>`).join("")}</w:styles>`,
  ),
  "word/media/image1.png": picture,
  "word/document.xml": strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`),
});

const odf = ["office", "text", "table", "draw", "style"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const odt = (body: string, styles = ""): Zippable => ({
  mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
  "Pictures/a.png": dot,
  "content.xml": strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${odf} xmlns:xlink="x" xmlns:svg="y"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  ),
});

const read = async (parts: Zippable) => readDocument(zipSync(parts));

describe("DOCX", () => {
  test("title, sections, a table with merged cells, a picture with its description; deletions tracked by Word are left out", async () => {
    const { document, pictures } = await read(
      docx(
        p("Our plan", "Title") +
          p("Getting to work", "heading1") +
          `<w:p>${run("The first bus leaves at ")}<w:del w:id="1"><w:r><w:delText>six</w:delText></w:r></w:del>${run("five &amp; runs.")}</w:p>` +
          image("A map of the buses") +
          p("Nights", "heading2") +
          `<w:tbl><w:tr>${cell("Both", 2)}</w:tr><w:tr>${cell("87")}${cell("05:00")}</w:tr></w:tbl>` +
          p("Skills", "heading1") +
          p("&lt;script&gt;alert(1)&lt;/script&gt;"),
      ),
    );
    expect(document.title).toBe("Our plan");
    expect(document.sections.map(({ title }) => title)).toEqual(["Getting to work", "Skills"]);
    expect(document.sections[0]?.paragraphs).toEqual([
      { text: "The first bus leaves at five & runs.", block: null },
      { text: "A map of the buses", block: { kind: "picture", pictureId: pictures[0]?.id } },
      { text: "Nights", block: { kind: "heading" } },
      { text: "Both | \n87 | 05:00", block: { kind: "table", head: ["Both", ""], rows: [["87", "05:00"]] } },
    ]);
    expect(document.sections[1]?.paragraphs).toEqual([{ text: "<script>alert(1)</script>", block: null }]);
    expect(pictures).toMatchObject([{ type: "image/png", width: 1, height: 1 }]);
    expect(document.notes).toEqual([]);
  });

  test("a picture of an unsupported format is left out, with a note", async () => {
    const svg = strToU8('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
    const { document, pictures } = await read(docx(p("A", "heading1") + p("x") + image("y"), svg));
    expect(pictures).toEqual([]);
    expect(document.notes).toEqual([expect.stringMatching(/cannot show/)]);
  });
});

describe("ODT", () => {
  test("title, sections, lists, a table with repeated cells, a picture with its description", async () => {
    const { document, pictures } = await read(
      odt(
        '<text:p text:style-name="P1">Our plan</text:p><text:h text:outline-level="1">Getting to work</text:h>' +
          '<text:p>The first<text:s text:c="99999999"/>bus<text:line-break/>at five.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>So far</text:p></text:note-body></text:note></text:p>' +
          '<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A map</svg:desc></draw:frame></text:p>' +
          '<text:list text:style-name="L1"><text:list-item><text:p>Early</text:p></text:list-item><text:list-item><text:p>Late</text:p></text:list-item></text:list>' +
          '<table:table><table:table-row><table:table-cell><text:p>Line</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2000000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>' +
          "<text:h>Skills</text:h><text:p>Learn.</text:p><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>",
        '<style:style style:name="P1" style:parent-style-name="Title"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>',
      ),
    );
    expect(document.title).toBe("Our plan");
    const [work, skills] = document.sections;
    expect(work?.paragraphs.slice(0, 3)).toEqual([
      { text: "The first bus\nat five. (So far)", block: null },
      { text: "A map", block: { kind: "picture", pictureId: pictures[0]?.id } },
      { text: "Early\nLate", block: { kind: "list", isOrdered: true, items: ["Early", "Late"] } },
    ]);
    expect(work?.paragraphs[3]?.block).toMatchObject({ kind: "table", head: expect.arrayContaining(["Line", "x"]) });
    expect(skills?.paragraphs).toEqual([{ text: "Learn.", block: null }]);
  });
});

test("a Markdown file may be in Windows-1252, with a note", async () => {
  const bytes = Uint8Array.from([...strToU8("# A\n\n"), 0x93, 0x48, 0x69, 0x94, 0x20, 0x80, 0x35]);
  const { document } = await readDocument(bytes);
  expect(document.sections[0]?.paragraphs[0]?.text).toBe("“Hi” €5");
  expect(document.notes).toEqual([expect.stringMatching(/Windows-1252/)]);
});

describe("refused files have a message", () => {
  const bomb = { ...docx(p("x")), "word/big.xml": [new Uint8Array(17 * 1024 * 1024), { level: 1 }] } satisfies Zippable;
  const entity = docx(p("x"));
  entity["word/document.xml"] = strToU8(
    `<!DOCTYPE a [<!ENTITY b "c">]><w:document ${w}><w:body>${p("&b;")}</w:body></w:document>`,
  );
  test.each([
    ["nothing", new Uint8Array(0), /empty/],
    ["8 MB and one", new Uint8Array(maxDocumentBytes + 1).fill(65), /too large/],
    ["a picture", dot, /not a DOCX/],
    ["a PDF", strToU8("%PDF-1.7"), /PDF/],
    ["an RTF", strToU8("{\\rtf1"), /RTF/],
    ["an old Word file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]), /old Word/],
    ["a ZIP of something else", zipSync({ "a.xml": strToU8("<a/>") }), /not a DOCX or ODT/],
    ["a broken ZIP", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /cannot be read/],
    [
      "an ODT without words",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }),
      /cannot be read/,
    ],
    ["a bomb", zipSync(bomb), /too large when it is unpacked/],
    ["rules of its own", zipSync(entity), /do not read/],
    ["lists in lists without end", zipSync(odt("<text:section>".repeat(200_000))), /nested too deep/],
  ])("%s", async (_, bytes, message) => {
    await expect(readDocument(bytes)).rejects.toThrow(message);
  });
});
