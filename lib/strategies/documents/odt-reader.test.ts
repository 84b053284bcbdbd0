import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocument } from "@/lib/strategies/documents/document-reader";
import { odtFile } from "@/scripts/test/document-files";

const read = (...content: Parameters<typeof odtFile>) => {
  const { document, pictures } = readDocument(odtFile(...content));
  const paragraphs = document.sections.flatMap((section) => section.paragraphs);
  return { ...document, pictures, paragraphs, texts: paragraphs.map(({ text }) => text) };
};
const h = (text: string) => `<text:h text:outline-level="1">${text}</text:h>`;
const p = (content: string) => `<text:p>${content}</text:p>`;
const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`;
const textStyle = (name: string, properties: string) =>
  `<style:style style:name="${name}"><style:text-properties ${properties}/></style:style>`;

test("title, sections, lists, a table with repeated cells, a picture with its description, a note", () => {
  const { title, sections, pictures } = read(
    '<text:p text:style-name="P1">Our plan</text:p><text:h text:outline-level="1">Getting to work</text:h>' +
      '<text:p>The first<text:s text:c="99999999"/>bus<text:line-break/>at five.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>So far</text:p></text:note-body></text:note></text:p>' +
      '<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A map</svg:desc></draw:frame></text:p>' +
      '<text:list text:style-name="L1"><text:list-item><text:p>Early</text:p></text:list-item><text:list-item><text:p>Late</text:p></text:list-item></text:list>' +
      '<table:table><table:table-row><table:table-cell><text:p>Line</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2000000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>' +
      "<text:h>Skills</text:h><text:p>Learn.</text:p><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>",
    '<style:style style:name="P1" style:parent-style-name="Title"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>',
  );
  expect(title).toBe("Our plan");
  const [work, skills] = sections;
  expect(work?.paragraphs.slice(0, 4)).toEqual([
    { text: "The first bus\nat five.[1]", block: null },
    { text: "[1] So far", block: null },
    { text: "A map", block: { kind: "picture", pictureId: pictures[0]?.id } },
    { text: "Early\nLate", block: { kind: "list", isOrdered: true, items: ["Early", "Late"] } },
  ]);
  expect(work?.paragraphs[4]?.block).toMatchObject({ kind: "table", head: expect.arrayContaining(["Line", "x"]) });
  expect(skills?.paragraphs).toEqual([{ text: "Learn.", block: null }]);
});

test("headings that LibreOffice numbers are headings with their numbers, and a frame's text is there", () => {
  const bytes = readFileSync("scripts/test/fixtures/documents/f7-numbered-headings-and-frame.odt");
  const { sections, losses } = readDocument(new Uint8Array(bytes)).document;
  expect(sections.map(({ title }) => title)).toEqual(["1. Transport", "2. Skills"]);
  expect(sections[0]?.paragraphs.at(-1)?.text).toBe("Words in a frame: our vision is good work.");
  expect(losses).toEqual([]);
});

test("headings are numbered by the outline of the document as well", () => {
  const outline =
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="A" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
  const { sections, paragraphs } = read(
    `${h("One")}${p("x")}${h("Two")}<text:h text:outline-level="2">Sub</text:h>${p("y")}`,
    "",
    outline,
  );
  expect(sections.map(({ title }) => title)).toEqual(["A. One", "B. Two"]);
  expect(paragraphs[1]?.text).toBe("B.1 Sub");
});

describe("what is crossed out or hidden does not become text, and is listed with its place", () => {
  test.each([
    ["struck out", 'style:text-line-through-style="solid"', /Struck-out text was left out: “two”/],
    ["hidden", 'text:display="none"', /Hidden text was left out: “two”/],
  ])("%s", (_, properties, message) => {
    const { texts, losses } = read(h("A") + p(`close ${span("T1", "two")} no depots`), textStyle("T1", properties));
    expect(texts).toEqual(["close no depots"]);
    expect(losses).toEqual([{ message: expect.stringMatching(message), place: "“A”, at paragraph 1" }]);
  });

  test("sections and paragraphs", () => {
    const { texts, losses } = read(
      `${p("Here.")}<text:section text:display="none">${p("secret")}</text:section>${p('<text:hidden-paragraph text:is-hidden="true"/>gone')}`,
    );
    expect(texts).toEqual(["Here."]);
    expect(losses.map(({ message }) => message)).toEqual([
      expect.stringMatching(/hidden section .*“secret”/),
      expect.stringMatching(/hidden paragraph .*“gone”/),
    ]);
  });
});

describe("what nobody sees in the document is listed with its place", () => {
  const faint = /^Text in the colour of its background was left out: “two”$/;

  test.each([
    ["white", 'fo:color="#ffffff"', faint],
    ["black on black", 'fo:color="#000000" fo:background-color="#000000"', faint],
    ["transparent", 'loext:char-transparency="100%"', faint],
    ["of 1 point", 'fo:font-size="1pt"', /^Text too small to read was left out: “two”$/],
    ["of a tenth of the size", 'fo:font-size="10%"', /^Text too small to read was left out: “two”$/],
  ])("%s", (_, properties, message) => {
    const { texts, losses } = read(h("A") + p(`close ${span("T1", "two")} no depots`), textStyle("T1", properties));
    expect(texts).toEqual(["close no depots"]);
    expect(losses).toEqual([{ message: expect.stringMatching(message), place: "“A”, at paragraph 1" }]);
  });

  const style = (name: string, properties: string) => `<style:style style:name="${name}">${properties}</style:style>`;
  const white = textStyle("T1", 'fo:color="#ffffff"');
  const table = (ofCell: string) =>
    `<table:table><table:table-row><table:table-cell ${ofCell}>${p(span("T1", "two"))}</table:table-cell><table:table-cell>${p("b")}</table:table-cell></table:table-row></table:table>`;
  const dark = style("C1", '<style:table-cell-properties fo:background-color="#1f3864"/>');

  test.each([
    ["white on a dark cell", table('table:style-name="C1"'), dark + white, ["two | b"], 0],
    ["white on a cell without a colour", table(""), dark + white, ["| b"], 1],
    [
      "white in a dark paragraph",
      `<text:p text:style-name="P2">${span("T1", "two")}</text:p>`,
      white + style("P2", '<style:paragraph-properties fo:background-color="#1f3864"/>'),
      ["two"],
      0,
    ],
    [
      "automatic",
      p(span("T2", "two")),
      textStyle("T2", 'fo:color="#ffffff" style:use-window-font-color="true"'),
      ["two"],
      0,
    ],
    [
      "white in a frame without a colour",
      p(`<draw:frame><draw:text-box>${p(span("T1", "two"))}</draw:text-box></draw:frame>`),
      white,
      ["two"],
      1,
    ],
  ])("%s", (_, body, styles, expected, losses) => {
    const document = read(body, styles);
    expect(document.texts.map((text) => text.trim())).toEqual(expected);
    expect(document.losses).toHaveLength(losses);
  });
});

test("a hidden row of a table and a program are no text; a link to a mail address keeps it", () => {
  const row = (text: string, more = "") =>
    `<table:table-row ${more}><table:table-cell>${p(text)}</table:table-cell><table:table-cell>${p("x")}</table:table-cell></table:table-row>`;
  const { texts, losses } = read(
    h("A") +
      `<table:table>${row("a")}${row("secret", 'table:visibility="collapse"')}</table:table>` +
      p('<text:a xlink:href="mailto:a@example.org">Write</text:a><text:script>alert(1)</text:script>'),
  );
  expect(texts).toEqual(["a | x", "Write (a@example.org)"]);
  expect(losses.map(({ message }) => message)).toEqual(["A hidden row of a table was left out: “secret, x”"]);
});

describe("drawings", () => {
  const frame = (content: string) => `<draw:frame>${content}</draw:frame>`;
  const math = "<math><mrow><mi>a</mi><mo>=</mo><mfrac><mi>b</mi><mi>c</mi></mfrac></mrow></math>";

  test.each([
    ["a text box", frame(`<draw:text-box>${p("Our vision")}</draw:text-box>`), ["Before.", "Our vision"], null],
    ["a shape with text", `<draw:custom-shape>${p("In a shape")}</draw:custom-shape>`, ["Before.", "In a shape"], null],
    [
      "a group",
      `<draw:g><draw:rect>${p("One")}</draw:rect><draw:rect>${p("Two")}</draw:rect></draw:g>`,
      ["Before.", "One", "Two"],
      null,
    ],
    ["a shape without text", '<draw:line draw:name="Arrow"/>', ["Before."], /A shape was left out: “Arrow”/],
    ["a chart", frame('<draw:object xlink:href="./Object 1"/>'), ["Before."], /A chart, “Jobs”, was left out/],
    ["an object", frame('<draw:object-ole xlink:href="./Object 3"/>'), ["Before."], /embedded object was left out/],
    ["an equation", frame('<draw:object xlink:href="./Object 2"/>'), ["Before. a=b/c"], /Check it: “a=b\/c”/],
    [
      "a linked picture",
      frame('<draw:image xlink:href="https://example.org/p.png"/>'),
      ["Before."],
      /only linked to.*p.png/,
    ],
    ["a video", frame('<draw:plugin xlink:href="v.mp4"/>'), ["Before."], /video/],
  ])("%s", (_, content, expected, message) => {
    const { texts, losses } = read(p(`Before.${content}`), "", "", {
      "Object 1/content.xml": strToU8(`<x><chart:chart><chart:title>${p("Jobs")}</chart:title></chart:chart></x>`),
      "Object 2/content.xml": strToU8(math),
    });
    expect(texts).toEqual(expected);
    if (message) expect(losses).toEqual([{ message: expect.stringMatching(message), place: expect.any(String) }]);
    else expect(losses).toEqual([]);
  });
});

test("lists go on, begin where they begin, and keep their levels", () => {
  const numbers = (id: string, format: string) =>
    `<text:list-style style:name="${id}"><text:list-level-style-number text:level="1" style:num-format="${format}" style:num-suffix=")"/><text:list-level-style-bullet text:level="2"/></text:list-style>`;
  const items = (...texts: string[]) => texts.map((text) => `<text:list-item>${p(text)}</text:list-item>`).join("");
  const { texts } = read(
    `<text:list xml:id="l1" text:style-name="L1">${items("a", "b")}</text:list>${p("between")}` +
      `<text:list text:continue-list="l1" text:style-name="L1">${items("c")}</text:list>${p("then")}` +
      `<text:list text:style-name="L2"><text:list-item text:start-value="4">${p("four")}<text:list>${items("deeper")}</text:list></text:list-item></text:list>`,
    numbers("L1", "i") + numbers("L2", "1"),
  );
  expect(texts).toEqual(["i) a\nii) b", "between", "iii) c", "then", "4) four\n  • deeper"]);
});

test("the rows of a table in a table are there once; lists of contents, indexes, comments and page edges are listed", () => {
  const tableCell = (content: string) => `<table:table-cell>${content}</table:table-cell>`;
  const row = (...cells: string[]) => `<table:table-row>${cells.map(tableCell).join("")}</table:table-row>`;
  const inner = `<table:table>${row(p("in1"), p("in2"))}${row(p("in3"), p("in4"))}</table:table>`;
  const { paragraphs, losses } = read(
    `<table:table>${row(p("Left"), inner)}${row(p("a"), p("b<office:annotation><text:p>mine</text:p></office:annotation>"))}</table:table>` +
      `<text:table-of-content><text:index-body>${p("A 3")}</text:index-body></text:table-of-content>` +
      `<text:alphabetical-index><text:index-body>${p("bus 7")}</text:index-body></text:alphabetical-index>`,
    "",
    `<office:master-styles><style:master-page><style:footer>${p("Confidential")}</style:footer></style:master-page></office:master-styles>`,
  );
  expect(paragraphs[0]?.block).toEqual({ kind: "table", head: ["Left", "in1, in2; in3, in4"], rows: [["a", "b"]] });
  expect(losses.map(({ message }) => message)).toEqual([
    expect.stringMatching(/table within a table/),
    expect.stringMatching(/list of contents/),
    expect.stringMatching(/index was left out: “bus 7”/),
    expect.stringMatching(/edge of pages was left out: “Confidential”/),
    expect.stringMatching(/Comments in the margin were left out: 1/),
  ]);
});

test("raised and lowered text keeps its meaning", () => {
  const { texts } = read(
    p(`10${span("T1", "6")} t CO${span("T2", "2")}`),
    textStyle("T1", 'style:text-position="super 58%"') + textStyle("T2", 'style:text-position="-33% 58%"'),
  );
  expect(texts).toEqual(["10⁶ t CO₂"]);
});
