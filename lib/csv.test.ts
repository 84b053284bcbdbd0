import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvFile, csvLine } from "@/lib/csv";

test("quotes what must be quoted, and no more", () => {
  expect(csvLine(["a", 'the "hub"', "two\nlines", "x,y", 3])).toBe('a,"the ""hub""","two\nlines","x,y",3\r\n');
});

test("a file begins with the mark by which Excel knows its encoding", () => {
  const file = csvFile([["what"], ["£5 for workers’ buses"]]);
  expect([...Buffer.from(file).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parse(file, { bom: true })).toEqual([["what"], ["£5 for workers’ buses"]]);
});

test("no cell runs as a formula", () => {
  for (const text of ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1", "　＋1", "\r@x"])
    expect(csvLine([text]).replace(/^"/, "")).toMatch(/^'/);
  expect(csvLine([-1])).toBe("-1\r\n");
});

test("whatever was written reads back as it was, but for an apostrophe before what could run", () => {
  const start = fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", '"', "'", ",");
  const text = fc.tuple(start, fc.string({ unit: "grapheme" })).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
      const [read = []] = parse(`${csvLine(["x", ...cells])}`, { record_delimiter: "\r\n" }) as string[][];
      const back = read.slice(1);
      expect(back).toHaveLength(cells.length);
      for (const [index, cell] of cells.entries()) {
        expect([cell, `'${cell}`]).toContain(back[index]);
        expect(back[index]).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }
    }),
    { numRuns: 1_000, seed: 20_261_125 },
  );
});

test("nothing else of ours writes CSV, and no spreadsheet of ours writes a formula", () => {
  for (const folder of ["app", "lib", "scripts"]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!/\.tsx?$/.test(file) || /\.test\./.test(file)) continue;
      const source = readFileSync(file, "utf8");
      if (/["'`]text\/csv/.test(source) && /content-type/i.test(source)) expect(source, file).toMatch(/csv(Line|File)/);
      if (source.includes("write-excel-file")) expect(source, file).not.toMatch(/type: ["']?Formula/);
    }
  }
});
