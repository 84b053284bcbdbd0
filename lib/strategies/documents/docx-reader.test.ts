import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocument } from "@/lib/strategies/documents/document-reader";
import {
  cell,
  type DocxOptions,
  docxFile,
  drawing,
  heading,
  image,
  paragraph,
  run,
  styled,
} from "@/scripts/test/document-files";

const read = (body: string, options: DocxOptions = {}) => {
  const { document, pictures } = readDocument(docxFile(body, options));
  const { title, sections, losses } = document;
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  return { title, sections, losses, pictures, paragraphs, texts: paragraphs.map(({ text }) => text) };
};
const fixture = (name: string) =>
  readDocument(new Uint8Array(readFileSync(`scripts/test/fixtures/documents/${name}`))).document;

const item = (text: string, numId: number, level = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const number = (id: number, definition: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;
const field = (code: string, result: string | null) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>${
    result === null ? "" : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const graphic = (uri: string, content = "") => drawing(`<a:graphicData uri="${uri}">${content}</a:graphicData>`);

test("title, sections, a table with merged cells, a picture with its description; tracked deletions are listed", () => {
  const { title, sections, losses, pictures } = read(
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

describe("what is crossed out or hidden does not become text, and is listed with its place", () => {
  const place = "“A”, at paragraph 1";
  const inText = (properties: string, options = {}) =>
    read(heading("A") + paragraph(run("close ") + run("two", properties) + run(" no depots")), options);

  test.each([
    ["struck out", "<w:strike/>", /Struck-out text was left out: “two”/],
    ["struck out twice", "<w:dstrike/>", /Struck-out text was left out: “two”/],
    ["hidden", "<w:vanish/>", /Hidden text was left out: “two”/],
    ["struck out by a style", '<w:rStyle w:val="Gone"/>', /Struck-out/],
  ])("%s", (_, properties, message) => {
    const gone = '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>';
    const { texts, losses } = inText(properties, { styles: gone });
    expect(texts).toEqual(["close no depots"]);
    expect(losses).toEqual([{ message: expect.stringMatching(message), place }]);
  });

  test("what a style strikes out and a run does not is text", () => {
    const { texts, losses } = inText('<w:strike w:val="0"/>');
    expect(texts).toEqual(["close two no depots"]);
    expect(losses).toEqual([]);
  });
});

describe("what nobody sees in the document is listed with its place", () => {
  const white = '<w:color w:val="FFFFFF"/>';
  const faint = /^Text in the colour of its background was left out: “two”$/;
  const tiny = /^Text too small to read was left out: “two”$/;
  const style = (id: string, type: string, content: string) =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${content}</w:style>`;
  const shade = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;

  test.each([
    ["white", white, faint],
    ["nearly white", '<w:color w:val="FAFAFA"/>', faint],
    ["white by the theme", '<w:color w:themeColor="background1"/>', faint],
    ["black on a black highlight", '<w:highlight w:val="black"/>', faint],
    ["red on red", `<w:color w:val="C00000"/>${shade("C00505")}`, faint],
    ["without a fill", "<w14:textFill><w14:noFill/></w14:textFill>", faint],
    ["of 2 points", '<w:sz w:val="4"/>', tiny],
    ["of a hundredth of its width", '<w:w w:val="1"/>', tiny],
    ["white by a style of a style", '<w:rStyle w:val="Child"/>', faint],
  ])("%s", (_, properties, message) => {
    const styles =
      style("Parent", "character", `<w:rPr>${white}</w:rPr>`) +
      style("Child", "character", '<w:basedOn w:val="Parent"/>');
    const { texts, losses } = read(
      heading("A") + paragraph(run("close ") + run("two", properties) + run(" no depots")),
      { styles },
    );
    expect(texts).toEqual(["close no depots"]);
    expect(losses).toEqual([{ message: expect.stringMatching(message), place: "“A”, at paragraph 1" }]);
  });

  test.each([
    ["automatic", '<w:color w:val="auto"/>', ""],
    ["grey", '<w:color w:val="A6A6A6"/>', ""],
    ["yellow", '<w:color w:val="FFFF00"/>', ""],
    ["white on a dark highlight", `${white}<w:highlight w:val="darkBlue"/>`, ""],
    ["white on a dark shade", `${white}${shade("1F3864")}`, ""],
    ["automatic on black", shade("000000"), ""],
    ["white in a dark paragraph", white, shade("1F3864")],
    ["of 7 points", '<w:sz w:val="14"/>', ""],
  ])("%s is seen", (_, properties, ofParagraph) => {
    const { texts, losses } = read(heading("A") + paragraph(run("two", properties), ofParagraph));
    expect([texts, losses]).toEqual([["two"], []]);
  });

  const table = (properties: string, first: string, ofCell = "") => {
    const cells = (text: string) =>
      `<w:tr><w:tc><w:tcPr>${ofCell}</w:tcPr>${paragraph(text)}</w:tc><w:tc><w:tcPr>${ofCell}</w:tcPr>${paragraph("b")}</w:tc></w:tr>`;
    return `<w:tbl><w:tblPr>${properties}</w:tblPr>${cells(first)}${cells("c")}</w:tbl>`;
  };
  const styleOfTable = (first: string) =>
    style("T", "table", `<w:tblStylePr w:type="firstRow">${first}</w:tblStylePr>`);
  const byStyle = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>';

  test("a white heading of a table is seen where its cells are dark, by themselves or by the table's style", () => {
    const dark = styleOfTable(`<w:rPr>${white}</w:rPr><w:tcPr>${shade("1F3864")}</w:tcPr>`);
    for (const { texts, losses } of [
      read(table("", run("two", white), shade("1F3864"))),
      read(table(byStyle, "two"), { styles: dark }),
      read(table(byStyle, run("two", white)), { styles: dark }),
      read(table(shade("1F3864"), run("two", white))),
    ]) {
      expect(texts).toEqual(["two | b\nc | b"]);
      expect(losses).toEqual([]);
    }
    const light = styleOfTable(`<w:rPr>${white}</w:rPr>`);
    for (const { texts, losses } of [
      read(table("", run("two", white))),
      read(table(byStyle.replace('"1"', '"0"'), run("two", white)), { styles: dark }),
      read(table(byStyle, run("two")), { styles: light }),
    ]) {
      expect(texts.join()).not.toContain("two");
      expect(losses[0]?.message).toMatch(/^Text in the colour of its background was left out: “two”$/);
    }
  });

  test("what the style of a table strikes out is left out", () => {
    const { texts, losses } = read(table(byStyle, "two"), { styles: styleOfTable("<w:rPr><w:strike/></w:rPr>") });
    expect(texts).toEqual(["c | b"]);
    expect(losses.map(({ message }) => message)).toEqual([
      "Struck-out text was left out: “two”",
      "Struck-out text was left out: “b”",
    ]);
  });

  test("what a chain of paragraph styles, the usual one or the document strikes out is left out", () => {
    const struck = "<w:rPr><w:strike/></w:rPr>";
    const chain = style("P", "paragraph", struck) + style("Q", "paragraph", '<w:basedOn w:val="P"/>');
    const usual = style("N", "paragraph", struck).replace("<w:style ", '<w:style w:default="1" ');
    const all = `<w:docDefaults><w:rPrDefault>${struck}</w:rPrDefault></w:docDefaults>`;
    for (const { texts, losses } of [
      read(styled("two", "Q"), { styles: chain }),
      read(paragraph("two"), { styles: usual }),
      read(paragraph("two"), { styles: all }),
    ]) {
      expect(texts).toEqual([]);
      expect(losses[0]?.message).toBe("Struck-out text was left out: “two”");
    }
    const twice = style("R", "character", struck);
    const { texts } = read(styled(run("two", '<w:rStyle w:val="R"/>'), "Q"), { styles: chain + twice });
    expect(texts).toEqual(["two"]); // the second style switches it off again, as Word shows it
  });

  test("white text over a shape or a picture of colours that we do not know is kept, and listed", () => {
    const box = (fill: string) =>
      `<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x/wps"><wps:wsp><wps:spPr>${fill}</wps:spPr><wps:txbx><w:txbxContent>${paragraph(run("two", white))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
    const fill = (color: string) => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
    const doubtful = "White text over a picture or a shape was kept. Check that it may be public: “two”";
    const cases: [string, string[], string[]][] = [
      [box(""), ["Before.", "two"], [doubtful]],
      [box(fill("1F3864")), ["Before.", "two"], []],
      [box(fill("FFFFFF")), ["Before."], ["Text in the colour of its background was left out: “two”"]],
    ];
    for (const [content, expected, messages] of cases) {
      const { texts, losses } = read(paragraph(run("Before.") + content));
      expect(texts).toEqual(expected);
      expect(losses.map(({ message }) => message)).toEqual(messages);
    }
    const behind = '<w:r><w:drawing><wp:anchor behindDoc="1"><a:graphic/></wp:anchor></w:drawing></w:r>';
    const { texts, losses } = read(paragraph(run("two", white)), { header: paragraph(behind) });
    expect(texts).toEqual(["two"]);
    expect(losses.map(({ message }) => message)).toEqual([doubtful]);
  });
});

describe("fields", () => {
  test("keep their text, and a link keeps its address", () => {
    const { texts, losses } = read(
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
    const { texts, losses } = read(
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
      const { texts, losses } = read(contents + heading("A") + paragraph("Text."));
      expect(texts).toEqual(["Text."]);
      expect(losses).toEqual([{ message: expect.stringMatching(/list of contents/), place: "in all of it" }]);
    }
    expect(fixture("f1-contents.docx").sections.map(({ title }) => title)).toEqual([
      "Getting to work",
      "Learning a trade",
    ]);
  });
});

describe("numbers are those of the document, since readers cite them", () => {
  test("lists go on, letters are letters, levels stay", () => {
    const [first, , next, , letters] = fixture("f4-lists.docx").sections[0]?.paragraphs ?? [];
    expect(first?.block).toEqual({ kind: "list", isOrdered: true, items: ["One", "Two", "Three"] });
    expect(next?.block).toMatchObject({ items: ["4. Four", "5. Five", "6. Six"], hasOwnMarkers: true });
    expect(letters?.text).toBe("(a) Ay\n(b) Bee");
    expect(fixture("f6-nested-list.docx").sections[0]?.paragraphs[0]).toMatchObject({
      text: "1. One\n  (a) Sub a\n    i. Subsub i\n  (b) Sub b\n2. Two",
      block: { levels: [0, 1, 2, 1, 0] },
    });
  });

  test("numbered headings", () => {
    const [priority] = fixture("f9-numbered-headings.docx").sections;
    expect(priority?.title).toBe("Priority 1 Transport");
    expect(priority?.paragraphs.map(({ text }) => text)).toContain("1.1 Buses");
  });

  test("numbered paragraphs can be commented on one by one", () => {
    const { paragraphs } = read(item("First.", 1) + item("Buses.", 1, 1) + item("Trains.", 1, 1) + item("Next.", 1), {
      numbering: list(0, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")) + number(1, 0),
    });
    expect(paragraphs.map(({ text, block }) => [text, block?.kind])).toEqual([
      ["First.", "list"],
      ["1.1 Buses.", undefined],
      ["1.2 Trains.", undefined],
      ["2. Next.", "list"],
    ]);
  });

  test("a list begun anew, Roman numbers, bullets within numbers, legal numbers", () => {
    const { texts } = read(
      item("a", 1) + item("b", 1) + paragraph("x") + item("again", 2) + paragraph("y") + item("c", 3) + item("d", 3, 1),
      {
        numbering:
          list(0, level(0, "upperRoman", "%1)")) +
          list(1, level(0, "decimal", "%1.") + level(1, "bullet", "")) +
          number(1, 0) +
          number(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
          number(3, 1),
      },
    );
    expect(texts).toEqual(["I) a\nII) b", "x", "I) again", "y", "1. c\n  • d"]);
  });
});

describe("drawings", () => {
  test.each([
    ["a chart", graphic("x/chart", '<c:chart r:id="rId20"/>'), /A chart, “Jobs by district”, was left out/],
    ["SmartArt", graphic("x/diagram", '<dgm:relIds r:dm="rId21"/>'), /SmartArt .* It says: “Plan; Do”/],
    [
      "a linked picture",
      drawing('<a:graphicData uri="x/picture"><pic:pic><a:blip r:link="rId22"/></pic:pic></a:graphicData>'),
      /only linked to, was left out: “https:\/\/example.org\/p.png”/,
    ],
    ["a shape", graphic("x/wordprocessingShape", "<wps:wsp/>"), /A shape was left out/],
    [
      "an object",
      '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      /embedded object was left out \(Excel.Sheet.12\)/,
    ],
    ["WordArt", '<w:r><w:pict><v:shape><v:textpath string="Vision"/></v:shape></w:pict></w:r>', /WordArt .*“Vision”/],
  ])("%s is listed with its place", (_, content, message) => {
    const title = (text: string) => `<c:chart><c:title><a:p><a:r><a:t>${text}</a:t></a:r></a:p></c:title></c:chart>`;
    const { texts, losses } = read(heading("A") + paragraph(run("Before.") + content), {
      relationships: [
        ["rId20", "chart", "charts/chart1.xml"],
        ["rId21", "diagramData", "diagrams/data1.xml"],
        ["rId22", "image", "https://example.org/p.png", true],
      ],
      parts: {
        "word/charts/chart1.xml": strToU8(title("Jobs by district")),
        "word/diagrams/data1.xml": strToU8(
          "<x><a:p><a:r><a:t>Plan</a:t></a:r></a:p><a:p><a:r><a:t>Do</a:t></a:r></a:p></x>",
        ),
      },
    });
    expect(texts).toEqual(["Before."]);
    expect(losses).toEqual([{ message: expect.stringMatching(message), place: "“A”, at paragraph 1" }]);
  });

  test("a picture that no browser shows is listed", () => {
    const svg = strToU8('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
    const { losses, pictures } = read(heading("A") + image("A map"), { picture: svg });
    expect(pictures).toEqual([]);
    expect(losses[0]?.message).toMatch(/browsers cannot show.*It shows “A map”/);
  });

  test("text boxes are text, once, also where an older form of them follows", () => {
    const box = `<w:txbxContent>${paragraph("Our vision")}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice>${`<w:drawing><wp:anchor><a:graphic><a:graphicData uri="x/wps"><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(read(paragraph(run("Before.") + both))).toMatchObject({ texts: ["Before.", "Our vision"], losses: [] });
  });
});

test("an equation becomes text, and is listed for checking", () => {
  const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const equation = `<m:oMath>${t("g = ")}<m:f><m:num>${t("a+b")}</m:num><m:den>${t("c")}</m:den></m:f><m:sSup><m:e>${t("x")}</m:e><m:sup>${t("2")}</m:sup></m:sSup></m:oMath>`;
  const { texts, losses } = read(paragraph(equation));
  expect(texts).toEqual(["g = (a+b)/cx²"]);
  expect(losses[0]?.message).toMatch(/equation was written as text. Check it: “g = \(a\+b\)\/cx²”/);
});

test("raised and lowered text keeps its meaning", () => {
  const raised = (text: string, align = "superscript") => run(text, `<w:vertAlign w:val="${align}"/>`);
  const { texts } = read(
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
  const { sections } = fixture("f2-footnotes.docx");
  expect(sections[0]?.paragraphs.map(({ text }) => text)).toEqual([
    "Productivity is 12% lower[1] than in the south[2].",
    "[1] Source 1: ONS, 2018.",
    "[2] Source 2: ONS, 2018.",
  ]);
  expect(sections[1]?.paragraphs.at(-1)?.text).toMatch(/^\[3\] Source 3/);
  const endnote = `<w:endnote w:id="5">${paragraph("At the end.")}</w:endnote>`;
  const { texts } = read(paragraph(`${run("Text")}<w:r><w:endnoteReference w:id="5"/></w:r>`), { endnotes: endnote });
  expect(texts).toEqual(["Text[1]", "[1] At the end."]);
});

test("thousands of notes are read in a moment", () => {
  const each = (make: (id: number) => string) => Array.from({ length: 2000 }, (_, id) => make(id)).join("");
  const { texts } = read(paragraph(each((id) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`)), {
    footnotes: each((id) => `<w:footnote w:id="${id}">${paragraph(`Source ${id}.`)}</w:footnote>`),
  });
  expect(texts).toHaveLength(2001);
  expect(texts.at(-1)).toBe("[2000] Source 1999.");
});

test("a text box within a text box is read once", () => {
  const box = (content: string) =>
    `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  expect(read(paragraph(box(paragraph(run("Outer") + box(paragraph("Inner")))))).texts).toEqual(["Outer", "Inner"]);
});

describe("tables", () => {
  test("the rows of a table in a table are there once, and it is listed", () => {
    const { sections, losses } = fixture("f5-nested-table.docx");
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
    const { paragraphs, losses } = read(`<w:tbl>${row}${row}</w:tbl>`);
    expect(paragraphs[0]?.block).toMatchObject({ head: expect.objectContaining({ length: shown }) });
    expect(losses).toHaveLength(lost);
    if (lost) expect(losses[0]?.message).toMatch(/more than 100 columns. The last 30/);
  });

  test("a cell that spans rows is there once; numbers in cells stay", () => {
    const merged = (state: string, text: string) =>
      `<w:tc><w:tcPr><w:vMerge${state}/></w:tcPr>${paragraph(text)}</w:tc>`;
    const { paragraphs } = read(
      `<w:tbl><w:tr>${merged(' w:val="restart"', "Both")}${cell("a")}</w:tr><w:tr>${merged("", "")}<w:tc>${item("b", 1)}</w:tc></w:tr></w:tbl>`,
      { numbering: list(0, level(0, "lowerLetter", "(%1)")) + number(1, 0) },
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
  const { paragraphs, losses } = read(
    `<w:tbl><w:tr>${cell("a")}${cell("b")}</w:tr><w:tr>${row}<w:tc><w:tcPr>${ofCell}</w:tcPr>${paragraph("secret")}</w:tc>${cell("x")}</w:tr></w:tbl>`,
  );
  expect(paragraphs[0]?.text.includes("secret")).toBe(message === null);
  expect(losses.map((each) => each.message)).toEqual(message ? [expect.stringMatching(message)] : []);
});

test("text that is moved up or down by points keeps its meaning, a longer one is text", () => {
  const position = (halfPoints: number) => `<w:position w:val="${halfPoints}"/>`;
  const { texts } = read(
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
  const { texts } = read(paragraph(link("rId20", "Write") + run(" or ") + link("rId21", "b@example.org")), {
    relationships: [
      ["rId20", "hyperlink", "mailto:a@example.org?subject=x", true],
      ["rId21", "hyperlink", "mailto:b@example.org", true],
    ],
  });
  expect(texts).toEqual(["Write (a@example.org) or b@example.org"]);
});

test("comments, the edge of pages and documents within are listed", () => {
  const { losses } = read(
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
  const { sections } = read(heading("A") + paragraph("a") + heading(long) + paragraph("b"));
  expect(sections[1]?.title).toBe(`${"x".repeat(198)}…`);
  expect(sections[1]?.paragraphs[0]).toEqual({ text: long, block: { kind: "heading" } });
  expect(fixture("d2-title-emoji-at-200.md").title).not.toMatch(/\p{Surrogate}/u);
});
