import { describe, expect, test } from "vitest";
import { listDefinition, listItem, listLevel, listNumber, paragraph } from "@/scripts/test/document-files";
import { readDocumentFixture, readDocx } from "@/scripts/test/read-document";

describe("numbers are those of the document, since readers cite them", () => {
  test("lists go on, letters are letters, levels stay", () => {
    const [first, , next, , letters] = readDocumentFixture("f4-lists.docx").sections[0]?.paragraphs ?? [];
    expect(first?.block).toEqual({ kind: "list", isOrdered: true, items: ["One", "Two", "Three"] });
    expect(next?.block).toMatchObject({ items: ["4. Four", "5. Five", "6. Six"], hasOwnMarkers: true });
    expect(letters?.text).toBe("(a) Ay\n(b) Bee");
    expect(readDocumentFixture("f6-nested-list.docx").sections[0]?.paragraphs[0]).toMatchObject({
      text: "1. One\n  (a) Sub a\n    i. Subsub i\n  (b) Sub b\n2. Two",
      block: { levels: [0, 1, 2, 1, 0] },
    });
  });

  test("numbered headings", () => {
    const [priority] = readDocumentFixture("f9-numbered-headings.docx").sections;
    expect(priority?.title).toBe("Priority 1 Transport");
    expect(priority?.paragraphs.map(({ text }) => text)).toContain("1.1 Buses");
  });

  test("numbered paragraphs can be commented on one by one", () => {
    const { paragraphs } = readDocx(
      listItem("First.", 1) + listItem("Buses.", 1, 1) + listItem("Trains.", 1, 1) + listItem("Next.", 1),
      {
        numbering:
          listDefinition(0, listLevel(0, "decimal", "%1.") + listLevel(1, "decimal", "%1.%2")) + listNumber(1, 0),
      },
    );
    expect(paragraphs.map(({ text, block }) => [text, block?.kind])).toEqual([
      ["First.", "list"],
      ["1.1 Buses.", undefined],
      ["1.2 Trains.", undefined],
      ["2. Next.", "list"],
    ]);
  });

  test("a list begun anew, Roman numbers, bullets within numbers, legal numbers", () => {
    const { texts } = readDocx(
      listItem("a", 1) +
        listItem("b", 1) +
        paragraph("x") +
        listItem("again", 2) +
        paragraph("y") +
        listItem("c", 3) +
        listItem("d", 3, 1),
      {
        numbering:
          listDefinition(0, listLevel(0, "upperRoman", "%1)")) +
          listDefinition(1, listLevel(0, "decimal", "%1.") + listLevel(1, "bullet", "")) +
          listNumber(1, 0) +
          listNumber(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
          listNumber(3, 1),
      },
    );
    expect(texts).toEqual(["I) a\nII) b", "x", "I) again", "y", "1. c\n  • d"]);
  });
});
