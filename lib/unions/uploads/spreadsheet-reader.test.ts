import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readSpreadsheet } from "@/lib/unions/uploads/spreadsheet-reader";
import { maxUploadBytes } from "@/lib/unions/uploads/upload.rules";

const csv = (text: string) => readSpreadsheet(strToU8(text));

const spreadsheet = (cells: string) => ({
  "[Content_Types].xml": strToU8("<Types/>"),
  "xl/workbook.xml": strToU8(
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  "xl/_rels/workbook.xml.rels": strToU8(
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
});
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("files that are read", () => {
  test.each([["comment,section\nBuses,1\n"], ["comment;section\r\nBuses;1\r\n"], ["\uFEFFcomment\tsection\nBuses\t1"]])(
    "CSV with the separators that programs use: %j",
    async (text) => {
      expect((await csv(text)).rows).toEqual([
        ["comment", "section"],
        ["Buses", "1"],
      ]);
    },
  );

  test("Windows-1252, with a note", async () => {
    const bytes = Uint8Array.from([...strToU8("comment\n"), 0x93, 0x48, 0x69, 0x94, 0x20, 0x80, 0x35]);
    const { rows, note } = await readSpreadsheet(bytes);
    expect(rows[1]).toEqual(["“Hi” €5"]);
    expect(note).toMatch(/Windows-1252/);
  });

  test("UTF-16 by its byte order mark", async () => {
    const text = Buffer.from("\uFEFFcomment\nZoë", "utf16le");
    expect((await readSpreadsheet(text)).rows.at(-1)).toEqual(["Zoë"]);
  });

  test("XLSX: a formula gives its value, and text that resembles a formula stays text", async () => {
    const heading = `<row r="1">${inline("A1", "comment")}${inline("B1", "section")}</row>`;
    const row = `<row r="2">${inline("A2", "=HYPERLINK(1)")}<c r="B2"><f>1+1</f><v>2</v></c></row>`;
    const { rows } = await readSpreadsheet(zipSync(spreadsheet(heading + row)));
    expect(rows).toEqual([
      ["comment", "section"],
      ["=HYPERLINK(1)", "2"],
    ]);
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
  ])("%s", async (_, bytes, message) => {
    await expect(readSpreadsheet(bytes)).rejects.toThrow(message);
  });

  test("entities that expand or name a file are not resolved", async () => {
    const grow = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("");
    const sheet = `<row r="1">${inline("A1", "comment &e12; &file;")}</row>`;
    const parts = spreadsheet(sheet);
    const types = `<!DOCTYPE worksheet [<!ENTITY e0 "boom">${grow}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
    parts["xl/worksheets/sheet1.xml"] = strToU8(types + new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]));
    const read = await readSpreadsheet(zipSync(parts)).then(({ rows }) => JSON.stringify(rows), String);
    expect(read.length).toBeLessThan(300);
    expect(read).not.toMatch(/root:|boomboom/);
  });

  test("elements nested 100,000 deep are refused or read, without a crash", async () => {
    const deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    const read = await readSpreadsheet(zipSync(spreadsheet(`<row r="1">${inline("A1", "comment")}</row>${deep}`))).then(
      ({ rows }) => rows.length,
      ({ message }) => String(message),
    );
    expect(read === 1 || /cannot be read/.test(String(read))).toBe(true);
  });

  test("a zip bomb that declares a false size is cut off", async () => {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(12 * 1024 * 1024) }, { level: 1 });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 30; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true); // its central directory
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true); // its local header
    }
    const before = process.memoryUsage().arrayBuffers;
    await expect(readSpreadsheet(bomb)).rejects.toThrow(/cannot be read|too large/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6 * 1024 * 1024);
  });
});
