import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { RuleViolation } from "@/lib/errors";
import { parseFile, parserLimits } from "@/lib/files/file-parser";
import { docxFile, docxParts, paragraph } from "@/scripts/test/document-files";

// Each file is read in a process of its own, which takes a second or more to start.

/** 7 MB of XML in 15 kB, below every limit. */
const heavyDocument = () => docxFile(paragraph("<w:r><w:t>a</w:t></w:r>".repeat(140_000)));

test("a document and a sheet are read in a process of their own", async () => {
  const [{ document, pictures }, { rows }] = await Promise.all([
    parseFile("document", docxFile(paragraph("Buses"))),
    parseFile("spreadsheet", strToU8("comment,section\nBuses,1\n")),
  ]);
  expect(document.sections[0]?.paragraphs).toEqual([{ text: "Buses", block: null }]);
  expect(pictures).toEqual([]);
  expect(rows).toContainEqual(["Buses", "1"]);
}, 60_000);

test("what the reader refuses is the refusal of the caller", async () => {
  const refused = parseFile("document", strToU8("%PDF-1.7"));
  await expect(refused).rejects.toThrow(RuleViolation);
  await expect(refused).rejects.toThrow(/We cannot read PDFs/);
}, 60_000);

describe("a file that would hurt the service is refused, and the refusal names the limit", () => {
  test("time", async () => {
    const began = performance.now();
    await expect(parseFile("document", heavyDocument(), { ...parserLimits, seconds: 0.05 })).rejects.toThrow(
      /more than 0.05 seconds to read, which is our limit/,
    );
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);

  test("memory", async () => {
    await expect(parseFile("document", heavyDocument(), { ...parserLimits, megabytes: 40 })).rejects.toThrow(
      /more than 40 MB of memory to read, which is our limit/,
    );
  }, 120_000);

  test("16 MB of empty paragraphs in 30 kB", async () => {
    const bomb = zipSync(docxParts("<w:p/>".repeat(2_700_000)), { level: 9 });
    expect(bomb.length).toBeLessThan(50_000);
    const before = process.memoryUsage().rss;
    await expect(parseFile("document", bomb)).rejects.toThrow(/more than 20,000 paragraphs/);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  }, 120_000);

  test("a number of files at once", async () => {
    const file = docxFile(paragraph("x"));
    const limits = { ...parserLimits, atOnce: 1, waiting: 1 };
    const results = await Promise.allSettled([1, 2, 3].map(() => parseFile("document", file, limits)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(String(refused?.reason)).toMatch(/2 files are being read at the moment/);
  }, 120_000);
});
