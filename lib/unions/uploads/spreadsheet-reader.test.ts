import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { maxUploadBytes, sheetLimits } from "@/lib/unions/uploads/sheet.rules";
import { readSpreadsheet } from "@/lib/unions/uploads/spreadsheet-reader";

const csv = (text: string) => readSpreadsheet(strToU8(text));

const fixture = (name: string) => readSpreadsheet(new Uint8Array(readFileSync(`scripts/test/fixtures/sheets/${name}`)));

const spreadsheet = (cells: string, more: Record<string, Uint8Array> = {}) => ({
  "[Content_Types].xml": strToU8("<Types/>"),
  "xl/workbook.xml": strToU8(
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  "xl/_rels/workbook.xml.rels": strToU8(
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
  ...more,
});
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("files that are read", () => {
  test.each([["comment,section\nBuses,1\n"], ["comment;section\r\nBuses;1\r\n"], ["\uFEFFcomment\tsection\nBuses\t1"]])(
    "CSV with the separators that programs use: %j",
    (text) => {
      expect(csv(text).rows).toEqual([
        ["comment", "section"],
        ["Buses", "1"],
      ]);
    },
  );

  test("Windows-1252, with a note", () => {
    const bytes = Uint8Array.from([...strToU8("comment\n"), 0x93, 0x48, 0x69, 0x94, 0x20, 0x80, 0x35]);
    const { rows, notes } = readSpreadsheet(bytes);
    expect(rows[1]).toEqual(["“Hi” €5"]);
    expect(notes).toEqual([expect.stringMatching(/Windows-1252/)]);
  });

  test("UTF-16 by its byte order mark", () => {
    const text = Buffer.from("\uFEFFcomment\nZoë", "utf16le");
    expect(readSpreadsheet(text).rows.at(-1)).toEqual(["Zoë"]);
  });

  test("XLSX: a formula gives its value, and text that resembles a formula stays text", () => {
    const heading = `<row r="1">${inline("A1", "comment")}${inline("B1", "section")}</row>`;
    const row = `<row r="2">${inline("A2", "=HYPERLINK(1)")}<c r="B2"><f>1+1</f><v>2</v></c></row>`;
    const { rows } = readSpreadsheet(zipSync(spreadsheet(heading + row)));
    expect(rows).toEqual([
      ["comment", "section"],
      ["=HYPERLINK(1)", "2"],
    ]);
  });
});

describe("what a sheet hides or means is read as people see it", () => {
  test("the first visible sheet is read, not a hidden one, and the others are named", () => {
    const { rows, notes } = fixture("g1-hidden-first-sheet.xlsx");
    expect(JSON.stringify(rows)).not.toMatch(/SECRET/);
    expect(rows[0]).toContain("comment");
    expect(notes[0]).toMatch(/We read the sheet “.+”. We did not read “.+” \(hidden\)/);
  });

  test("a sheet that is only a chart is not read in place of one with cells, and is named", () => {
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const { rows, notes } = readSpreadsheet(
      zipSync(
        spreadsheet(`<row r="1">${inline("A1", "comment")}</row>`, {
          "xl/workbook.xml": strToU8(
            `<workbook xmlns:r="${office}"><sheets><sheet name="Chart" sheetId="2" r:id="rId2"/><sheet name="Night" sheetId="1" r:id="rId1"/></sheets></workbook>`,
          ),
          "xl/_rels/workbook.xml.rels": strToU8(
            `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
          ),
          "xl/chartsheets/sheet1.xml": strToU8("<chartsheet/>"),
        }),
      ),
    );
    expect(rows).toEqual([["comment"]]);
    expect(notes).toEqual(["We read the sheet “Night”. We did not read “Chart”. To use another, put it first."]);
  });

  test("a sheet whose kind a program left out is one with cells", () => {
    const parts = spreadsheet(`<row r="1">${inline("A1", "comment")}</row>`, {
      "xl/_rels/workbook.xml.rels": strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    });
    expect(readSpreadsheet(zipSync(parts)).rows).toEqual([["comment"]]);
  });

  test("characters that XML cannot hold are what they stand for, and what looks like one is text", () => {
    const cells = ["one_x000D_\ntwo", "a_x005F_x000D_b", "_x0041_", "x_000D_", "_xD83D_"].map((text, column) =>
      inline(`${"ABCDE"[column]}1`, text),
    );
    const strings = strToU8("<sst><si><t>late_x000D_</t></si></sst>");
    const { rows } = readSpreadsheet(
      zipSync(
        spreadsheet(`<row r="1">${cells.join("")}<c r="F1" t="s"><v>0</v></c></row>`, {
          "xl/sharedStrings.xml": strings,
        }),
      ),
    );
    expect(rows[0]).toEqual(["one\ntwo", "a_x000D_b", "A", "x_000D_", "_xD83D_", "late"]);
  });

  test("rows that a filter hides are named", () => {
    const { rows, hiddenRows } = fixture("g1-filtered-row.xlsx");
    expect(hiddenRows).toHaveLength(1);
    expect(rows[hiddenRows[0] ?? -1]?.join("")).not.toBe("");
  });

  test("a line that names the separator is no heading", () => {
    expect(fixture("g4-sep-line.csv").rows[1]).toContain("comment");
    expect(csv("sep=;\ncomment;section\na,b;1\n").rows[2]).toEqual(["a,b", "1"]);
  });

  test("a title above the heading does not decide what separates cells", () => {
    expect(csv("Canteen, 3 March, night shift, all of it\n\ncomment;section\nx;1\n").rows.slice(2)).toEqual([
      ["comment", "section"],
      ["x", "1"],
    ]);
  });

  test("a quotation mark within a cell is text", () => {
    expect(csv('comment,section\nBob "the hat" said,1\n').rows[1]).toEqual(['Bob "the hat" said', "1"]);
  });

  test("times are times, days are days, and lengths of time are lengths", () => {
    const styles = strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="166" formatCode="&quot;day&quot; 0"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="20"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="166"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>',
    );
    const values = ["0.3", "0.3125", "46083", "1.0625", "46083.3125", "0.07", "5", "9"];
    const cells = values.map((value, style) => `<c s="${style}"><v>${value}</v></c>`).join("");
    const { rows, notes } = readSpreadsheet(
      zipSync(spreadsheet(`<row r="1">${cells}</row>`, { "xl/styles.xml": styles })),
    );
    expect(rows[0]).toEqual(["0.3", "07:30", "2026-03-02", "25:30", "2026-03-02 07:30", "7%", "5", ""]);
    expect(notes).toEqual(["Struck-out text was left out, in H1."]);
  });

  test("rich text is joined without its reading aids and what is struck out of it", () => {
    const strings = strToU8(
      "<sst><si><r><t>close </t></r><r><rPr><strike/></rPr><t>two</t></r><r><t xml:space='preserve'> no depots</t></r><rPh><t>kana</t></rPh></si></sst>",
    );
    const { rows, notes } = readSpreadsheet(
      zipSync(spreadsheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { "xl/sharedStrings.xml": strings })),
    );
    expect(rows[0]).toEqual(["close  no depots"]);
    expect(notes).toEqual(["Struck-out text was left out, in A1."]);
  });
});

describe("limits are checked while a sheet is read, and refusals name them", () => {
  const cell = (at: string) => `<row r="${/\d+/.exec(at)}">${inline(at, "x")}</row>`;
  test.each([
    ["one cell far to the right and down", cell("XFD20000"), /cell XFD20000. We read 100 columns at most/],
    ["one cell far down", cell("A1048576"), /cell A1048576. We read 5,000 rows at most/],
    [
      "too many cells",
      Array.from(
        { length: 1_001 },
        (_, row) => `<row r="${row + 1}">${'<c t="str"><v>x</v></c>'.repeat(50)}</row>`,
      ).join(""),
      /more than 50,000 cells/,
    ],
  ])("%s", (_, cells, message) => {
    const file = zipSync(spreadsheet(cells), { level: 9 });
    const [began, before] = [performance.now(), process.memoryUsage().heapUsed];
    expect(() => readSpreadsheet(file)).toThrow(message);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 1024 * 1024);
  });

  test("formatted cells without text do not count, however many rows they reach down", () => {
    const file = zipSync(
      spreadsheet(`<row r="1">${inline("A1", "comment")}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>`),
    );
    expect(readSpreadsheet(file).rows).toEqual([["comment"]]);
  });

  test("rows and cells of CSV", () => {
    expect(() => csv("\n".repeat(sheetLimits.rows + 2))).toThrow(/more than 5,000 rows/);
    expect(() => csv(`comment,section\n${",".repeat(101)}\n`)).toThrow(/Row 2 has more than 100 cells/);
    expect(() => csv(`comment,section\n${"a,".repeat(200_000)}\n`)).toThrow(
      /near line 2 has more than 100,000 characters/,
    );
  });
});

describe("files that are refused, with a message", () => {
  test.each([
    ["an empty file", new Uint8Array(0), /empty/],
    ["a byte more than a megabyte", new Uint8Array(maxUploadBytes + 1).fill(65), /too large/],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), /not a CSV/],
    ["an old Excel file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]), /old Excel/],
    ["an unclosed quotation mark", strToU8('comment\n"abc'), /breaks off near line/],
    ["a ZIP of something else", zipSync({ "a.xml": strToU8("<a/>") }), /cannot be read/],
    ["a broken ZIP", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /cannot be read/],
    [
      "a zip bomb",
      zipSync({ "xl/a.xml": new Uint8Array(17 * 1024 * 1024) }, { level: 1 }),
      /too large when it is unpacked/,
    ],
  ])("%s", (_, bytes, message) => {
    expect(() => readSpreadsheet(bytes)).toThrow(message);
  });

  test("entities that expand or name a file are not resolved", () => {
    const grow = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("");
    const sheet = `<row r="1">${inline("A1", "comment &e12; &file;")}</row>`;
    const parts = spreadsheet(sheet);
    const types = `<!DOCTYPE worksheet [<!ENTITY e0 "boom">${grow}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
    parts["xl/worksheets/sheet1.xml"] = strToU8(types + new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]));
    expect(() => readSpreadsheet(zipSync(parts))).toThrow(/contains something we cannot read/);
  });

  test("elements nested 100,000 deep", () => {
    const deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    const file = zipSync(spreadsheet(`<row r="1">${inline("A1", "comment")}</row>${deep}`));
    expect(() => readSpreadsheet(file)).toThrow(/cannot be read/);
  });

  test("a zip bomb that declares a false size is cut off", () => {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(12 * 1024 * 1024) }, { level: 1 });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 30; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true); // its central directory
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true); // its local header
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(() => readSpreadsheet(bomb)).toThrow(/cannot be read|too large/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6 * 1024 * 1024);
  });
});
