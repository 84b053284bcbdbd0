import { expect, test } from "vitest";
import { csvLine } from "@/lib/csv";

test("quotes what must be quoted, and no more", () => {
  expect(csvLine(["a", 'the "hub"', "two\nlines", "x,y", 3])).toBe('a,"the ""hub""","two\nlines","x,y",3\r\n');
});

test("no cell runs as a formula", () => {
  for (const text of ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1"]) expect(csvLine([text]).replace(/^"/, "")).toMatch(/^'/);
  expect(csvLine([-1])).toBe("-1\r\n");
});
