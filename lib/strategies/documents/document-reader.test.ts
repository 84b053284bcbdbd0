import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { maxDocumentBytes, readDocument } from "@/lib/strategies/documents/document-reader";
import { docxParts, dot, odtParts, paragraph } from "@/scripts/test/document-files";

test("a Markdown file may be in Windows-1252, with a note", () => {
  const bytes = Uint8Array.from([...strToU8("# A\n\n"), 0x93, 0x48, 0x69, 0x94, 0x20, 0x80, 0x35]);
  const { document } = readDocument(bytes);
  expect(document.sections[0]?.paragraphs[0]?.text).toBe("“Hi” €5");
  expect(document.losses).toEqual([{ message: expect.stringMatching(/Windows-1252/), place: "in all of it" }]);
});

describe("refused files have a message", () => {
  const bomb = {
    ...docxParts(paragraph("x")),
    "word/big.xml": [new Uint8Array(17 * 1024 * 1024), { level: 1 }],
  } satisfies Zippable;
  const entity = docxParts(paragraph("x"));
  entity["word/document.xml"] = strToU8(
    `<!DOCTYPE a [<!ENTITY b "c">]><w:document><w:body>${paragraph("&b;")}</w:body></w:document>`,
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
    ["rules of its own", zipSync(entity), /cannot read/],
    ["lists in lists without end", zipSync(odtParts("<text:section>".repeat(200_000))), /nested more than 400 deep/],
    ["too many paragraphs", zipSync(docxParts("<w:p/>".repeat(20_001))), /more than 20,000 paragraphs/],
    ["too many cells", zipSync(odtParts("<table:table-cell/>".repeat(20_001))), /more than 20,000 cells/],
    ["too many elements", zipSync(docxParts("<w:r/>".repeat(300_001))), /more than 300,000 elements/],
  ])("%s", (_, bytes, message) => {
    expect(() => readDocument(bytes)).toThrow(message);
  });
});
