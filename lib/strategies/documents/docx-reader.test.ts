import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocument } from "@/lib/strategies/documents/document-reader";
import {
  cell,
  docxFile,
  heading,
  image,
  listDefinition,
  listItem,
  listLevel,
  listNumber,
  paragraph,
  run,
  styled,
} from "@/scripts/test/document-files";
import { readDocumentFixture, readDocx } from "@/scripts/test/read-document";

const field = (code: string, result: string | null) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>${
    result === null ? "" : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test("title, sections, a table with merged cells, a picture with its description; tracked deletions are listed", () => {
  const { title, sections, losses, pictures } = readDocx(
    styled("Our plan", "Title") +
      heading("Getting to work") +
      `<w:p>${run("The first bus leaves at ")}<w:del w:id="1"><w:r><w:delText>six</w:delText></w:r></w:del>${run("five &amp; runs.")}</w:p>` +
      image("A map of the buses") +
      styled("Nights", "heading2") +
      `<w:tbl><w:tr>${cell("Both", 2)}</w:tr><w:tr>${cell("87")}${cell("05:00")}</w:tr></w:tbl>` +
      heading("Skills") +
      paragraph("&lt;script&gt;alert(1)&lt;/script&gt;"),
  );
  expect(title).toBe("Our plan");
  expect(sections.map((section) => section.title)).toEqual(["Getting to work", "Skills"]);
  expect(sections[0]?.paragraphs).toEqual([
    { text: "The first bus leaves at five & runs.", block: null },
    { text: "A map of the buses", block: { kind: "picture", pictureId: pictures[0]?.id } },
    { text: "Nights", block: { kind: "heading" } },
    { text: "Both | \n87 | 05:00", block: { kind: "table", head: ["Both", ""], rows: [["87", "05:00"]] } },
  ]);
  expect(sections[1]?.paragraphs).toEqual([{ text: "<script>alert(1)</script>", block: null }]);
  expect(pictures).toMatchObject([{ type: "image/png", width: 1, height: 1 }]);
  expect(losses).toEqual([{ message: expect.stringMatching(/Deletions left out: 1/), place: "in all of it" }]);
});
describe("fields", () => {
  test("keep their text, and a link keeps its address", () => {
    const { texts, losses } = readDocx(
      paragraph(run("See ") + field("REF _1 \\h", run("table 3"))) +
        paragraph(field('HYPERLINK "https://example.org/a"', run("the plan"))) +
        paragraph(`<w:fldSimple w:instr="SEQ Table">${run("4")}</w:fldSimple>`) +
        paragraph(`<w:hyperlink r:id="rId20">${run("more")}</w:hyperlink>`),
      { relationships: [["rId20", "hyperlink", "https://example.org/b", true]] },
    );
    expect(texts).toEqual(["See table 3", "the plan (https://example.org/a)", "4", "more (https://example.org/b)"]);
    expect(losses).toEqual([]);
  });

  test("without text are listed, and so are those that nobody has filled in", () => {
    const { texts, losses } = readDocx(
      paragraph(run("On ") + field("DOCPROPERTY Day", null)) +
        `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Click to enter")}</w:sdtContent></w:sdt></w:p>` +
        `<w:p><w:sdt><w:sdtPr/><w:sdtContent>${run("Filled in")}</w:sdtContent></w:sdt></w:p>`,
    );
    expect(texts).toEqual(["On", "Filled in"]);
    expect(losses.map(({ message }) => message)).toEqual([
      expect.stringMatching(/field without text was left out: “DOCPROPERTY Day”/),
      expect.stringMatching(/field to fill in .*“Click to enter”/),
    ]);
  });

  test("a list of contents is left out, however it is made", () => {
    const entry = (text: string) => styled(text, "toc1");
    const inControl = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${entry("A 3")}</w:sdtContent></w:sdt>`;
    const inField =
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("A 3")}</w:p>` +
      `<w:p>${run("B 4")}</w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    for (const contents of [inControl, inField, entry("A 3")]) {
      const { texts, losses } = readDocx(contents + heading("A") + paragraph("Text."));
      expect(texts).toEqual(["Text."]);
      expect(losses).toEqual([{ message: expect.stringMatching(/list of contents/), place: "in all of it" }]);
    }
    expect(readDocumentFixture("f1-contents.docx").sections.map(({ title }) => title)).toEqual([
      "Getting to work",
      "Learning a trade",
    ]);
  });
});

test("an equation becomes text, and is listed for checking", () => {
  const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const equation = `<m:oMath>${t("g = ")}<m:f><m:num>${t("a+b")}</m:num><m:den>${t("c")}</m:den></m:f><m:sSup><m:e>${t("x")}</m:e><m:sup>${t("2")}</m:sup></m:sSup></m:oMath>`;
  const { texts, losses } = readDocx(paragraph(equation));
  expect(texts).toEqual(["g = (a+b)/cx²"]);
  expect(losses[0]?.message).toMatch(/equation was written as text. Check it: “g = \(a\+b\)\/cx²”/);
});

test("raised and lowered text keeps its meaning", () => {
  const raised = (text: string, align = "superscript") => run(text, `<w:vertAlign w:val="${align}"/>`);
  const { texts } = readDocx(
    paragraph(
      run("10") +
        raised("6") +
        run(" t CO") +
        raised("2", "subscript") +
        run(", 1") +
        raised("st") +
        run(" x") +
        raised("ab"),
    ),
  );
  expect(texts).toEqual(["10⁶ t CO₂, 1st x^(ab)"]);
});

test("notes follow the paragraph that refers to them", () => {
  const { sections } = readDocumentFixture("f2-footnotes.docx");
  expect(sections[0]?.paragraphs.map(({ text }) => text)).toEqual([
    "Productivity is 12% lower[1] than in the south[2].",
    "[1] Source 1: ONS, 2018.",
    "[2] Source 2: ONS, 2018.",
  ]);
  expect(sections[1]?.paragraphs.at(-1)?.text).toMatch(/^\[3\] Source 3/);
  const endnote = `<w:endnote w:id="5">${paragraph("At the end.")}</w:endnote>`;
  const { texts } = readDocx(paragraph(`${run("Text")}<w:r><w:endnoteReference w:id="5"/></w:r>`), {
    endnotes: endnote,
  });
  expect(texts).toEqual(["Text[1]", "[1] At the end."]);
});

test("thousands of notes are read in a moment", () => {
  const each = (make: (id: number) => string) => Array.from({ length: 2000 }, (_, id) => make(id)).join("");
  const { texts } = readDocx(paragraph(each((id) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`)), {
    footnotes: each((id) => `<w:footnote w:id="${id}">${paragraph(`Source ${id}.`)}</w:footnote>`),
  });
  expect(texts).toHaveLength(2001);
  expect(texts.at(-1)).toBe("[2000] Source 1999.");
});

test("a text box within a text box is read once", () => {
  const box = (content: string) =>
    `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  expect(readDocx(paragraph(box(paragraph(run("Outer") + box(paragraph("Inner")))))).texts).toEqual(["Outer", "Inner"]);
});

describe("tables", () => {
  test("the rows of a table in a table are there once, and it is listed", () => {
    const { sections, losses } = readDocumentFixture("f5-nested-table.docx");
    expect(sections[0]?.paragraphs[0]?.block).toEqual({
      kind: "table",
      head: ["Left", "in1, in2; in3, in4"],
      rows: [["Bottom left", "Bottom right"]],
    });
    expect(losses[0]).toEqual({
      message: expect.stringMatching(/table within a table/),
      place: "“Getting to work”, at paragraph 1",
    });
  });

  test.each([
    [60, 60, 0],
    [130, 100, 1],
  ])("a table of %i columns has %i", (columns, shown, lost) => {
    const row = `<w:tr>${Array.from({ length: columns }, (_, at) => cell(`c${at + 1}`)).join("")}</w:tr>`;
    const { paragraphs, losses } = readDocx(`<w:tbl>${row}${row}</w:tbl>`);
    expect(paragraphs[0]?.block).toMatchObject({ head: expect.objectContaining({ length: shown }) });
    expect(losses).toHaveLength(lost);
    if (lost) expect(losses[0]?.message).toMatch(/more than 100 columns. The last 30/);
  });

  test("a cell that spans rows is there once; numbers in cells stay", () => {
    const merged = (state: string, text: string) =>
      `<w:tc><w:tcPr><w:vMerge${state}/></w:tcPr>${paragraph(text)}</w:tc>`;
    const { paragraphs } = readDocx(
      `<w:tbl><w:tr>${merged(' w:val="restart"', "Both")}${cell("a")}</w:tr><w:tr>${merged("", "")}<w:tc>${listItem("b", 1)}</w:tc></w:tr></w:tbl>`,
      { numbering: listDefinition(0, listLevel(0, "lowerLetter", "(%1)")) + listNumber(1, 0) },
    );
    expect(paragraphs[0]?.block).toEqual({ kind: "table", head: ["Both", "a"], rows: [["", "(a) b"]] });
  });
});

test.each([
  ["a hidden row", "<w:trPr><w:hidden/></w:trPr>", "", /hidden row of a table was left out: “secret, x”/],
  ["a deleted row", '<w:trPr><w:del w:id="1"/></w:trPr>', "", /Deletions left out: 1/],
  ["a row that is not hidden", '<w:trPr><w:hidden w:val="false"/></w:trPr>', "", null],
  ["a deleted cell", "", '<w:cellDel w:id="1"/>', /Deletions left out: 1/],
])("%s of a table", (_, row, ofCell, message) => {
  const { paragraphs, losses } = readDocx(
    `<w:tbl><w:tr>${cell("a")}${cell("b")}</w:tr><w:tr>${row}<w:tc><w:tcPr>${ofCell}</w:tcPr>${paragraph("secret")}</w:tc>${cell("x")}</w:tr></w:tbl>`,
  );
  expect(paragraphs[0]?.text.includes("secret")).toBe(message === null);
  expect(losses.map((each) => each.message)).toEqual(message ? [expect.stringMatching(message)] : []);
});

test("text that is moved up or down by points keeps its meaning, a longer one is text", () => {
  const position = (halfPoints: number) => `<w:position w:val="${halfPoints}"/>`;
  const { texts } = readDocx(
    paragraph(
      run("10") +
        run("6", position(12)) +
        run(" CO") +
        run("2", position(-6)) +
        run(" in") +
        run(" all places", position(12)) +
        run(" 1", position(2)),
    ),
  );
  expect(texts).toEqual(["10⁶ CO₂ in all places 1"]);
});

test("a link keeps its address, and that of a mail too", () => {
  const link = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
  const { texts } = readDocx(paragraph(link("rId20", "Write") + run(" or ") + link("rId21", "b@example.org")), {
    relationships: [
      ["rId20", "hyperlink", "mailto:a@example.org?subject=x", true],
      ["rId21", "hyperlink", "mailto:b@example.org", true],
    ],
  });
  expect(texts).toEqual(["Write (a@example.org) or b@example.org"]);
});

test("comments, the edge of pages and documents within are listed", () => {
  const { losses } = readDocx(
    `${paragraph(`${run("Text")}<w:r><w:commentReference w:id="1"/></w:r>`)}<w:altChunk r:id="x"/>`,
    { header: paragraph("DRAFT, not for publication") },
  );
  expect(losses.map(({ message }) => message)).toEqual([
    expect.stringMatching(/document within the document/),
    expect.stringMatching(/edge of pages was left out: “DRAFT, not for publication”/),
    expect.stringMatching(/Comments in the margin were left out: 1/),
  ]);
});

test("a document whose main part has another name is read", () => {
  const file = docxFile("", {
    parts: {
      "_rels/.rels": strToU8(
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
      ),
      "word/document2.xml": strToU8(`<w:document><w:body>${paragraph("Here")}</w:body></w:document>`),
    },
  });
  expect(readDocument(file).document.sections[0]?.paragraphs).toEqual([{ text: "Here", block: null }]);
});

test("a heading of more than 200 characters is cut between characters, and is there in full", () => {
  const long = `${"x".repeat(198)}👩🏽‍🔧 at work`;
  const { sections } = readDocx(heading("A") + paragraph("a") + heading(long) + paragraph("b"));
  expect(sections[1]?.title).toBe(`${"x".repeat(198)}…`);
  expect(sections[1]?.paragraphs[0]).toEqual({ text: long, block: { kind: "heading" } });
  expect(readDocumentFixture("d2-title-emoji-at-200.md").title).not.toMatch(/\p{Surrogate}/u);
});
