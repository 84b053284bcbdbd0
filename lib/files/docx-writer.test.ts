import { expect, test } from "vitest";
import type { DocxBlock } from "@/lib/files/docx-document.rules";
import { writeDocx } from "@/lib/files/docx-writer";
import { unzip } from "@/lib/files/zip-reader";
import { readDocument } from "@/lib/strategies/documents/document-reader";

const write = (...blocks: DocxBlock[]) =>
  writeDocx({
    title: "A paper",
    header: "",
    footer: "At the Table",
    blocks: [{ kind: "title", text: "A paper" }, ...blocks],
  });
const partOf = (bytes: Uint8Array, name: string) => {
  const limits = { what: "document", unpacked: 10_000_000, text: 10_000_000, parts: 100 } as const;
  return new TextDecoder().decode(unzip(bytes, limits, () => true)[name]);
};

test("our reader reads headings, lists and tables as such", async () => {
  const { document } = readDocument(
    await write(
      { kind: "heading", text: "Decisions" },
      { kind: "list", isNumbered: true, items: ["One", "Two"] },
      { kind: "list", isNumbered: true, items: ["One again"] },
      { kind: "heading", text: "Figures" },
      { kind: "subheading", text: "Pay" },
      { kind: "table", caption: "By theme", columns: ["Theme", "Comments"], rows: [["Pay", "12"]] },
      { kind: "page" },
      { kind: "quote", text: "The bus is late.", source: "Otter 12", href: "https://a.example/c?a=1&b=2" },
    ),
  );
  expect(document.title).toBe("A paper");
  expect(document.sections.map(({ title }) => title)).toEqual(["Decisions", "Figures"]);
  const [decisions, figures] = document.sections.map(({ paragraphs }) => paragraphs);
  expect(decisions?.map(({ text }) => text).join("\n")).toMatch(/1\. One\s+2\. Two\s+1\. One again/);
  expect(figures?.find(({ block }) => block?.kind === "heading")?.text).toBe("Pay");
  expect(figures?.find(({ block }) => block?.kind === "table")?.block).toMatchObject({
    head: ["Theme", "Comments"],
    rows: [["Pay", "12"]],
  });
  expect(figures?.map(({ text }) => text)).toContain("“The bus is late.”");
});

test("what people wrote stays text, and what XML cannot hold is left out", async () => {
  const bytes = await write({ kind: "text", text: "<w:p>5 < 6 & \u0001\uFFFE“so” 😀</w:p>\nsecond line" });
  const { document } = readDocument(bytes);
  expect(document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([
    "<w:p>5 < 6 & “so” 😀</w:p>\nsecond line",
  ]);
});

test("it is A4, repeats the head of a table and links to its sources", async () => {
  const bytes = await write(
    { kind: "table", caption: "C", columns: ["A", "B"], rows: [["x", "1"]] },
    { kind: "link", text: "Read it", href: "https://a.example/c?a=1&b=2" },
  );
  const main = partOf(bytes, "word/document.xml");
  expect(main).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/);
  expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(main).not.toContain("pct"); // widths in per cent collapse in some word processors
  expect(main).toMatch(/<w:hyperlink [^>]*r:id=/);
  expect(partOf(bytes, "word/_rels/document.xml.rels")).toContain('Target="https://a.example/c?a=1&amp;b=2"');
});
