import { expect, test } from "vitest";
import { certaintyText, isConfirmed } from "@/lib/areas/certainty.rules";
import { readReference } from "@/prisma/reference/read";

const tables = ["strategies", "boards", "board-rules", "funding-awards", "programmes", "social-mobility-ranks"];
const certainties = [
  ...new Set(tables.flatMap((name) => readReference<{ certainty: string }>(name).map(({ certainty }) => certainty))),
];

test("what nobody read in a source is to be confirmed", () => {
  expect(certainties.filter((text) => !isConfirmed(text)).sort()).toEqual([
    "absence in the texts read, not proof",
    "date, title and the inclusive, clean and resilient theme verified; the 2018 consultation paper names the same four fields (mobility, life sciences, creative and gaming, business and professional services); exact headings recalled",
    "dates and first theme verified; other themes not read",
    "doubtful",
    "draft and priorities verified; date not",
    "one blog",
    "partly verified",
    "recall (not in the excerpts read)",
    "recall; the 12 add to 1,219m = the official 1.22bn",
    "recall; with Portsmouth adds to 117m, the pot set aside for these three",
    "rule verified by one LEP that reports meeting it; start date recalled",
    "statement and its sectors verified; later draft still recalled",
    "unsure",
    "verified (size); year inferred",
    "verified (sizes); year inferred",
    "week, overall aim, three areas of focus and the first (energy) verified; the names of the second and third recalled",
  ]);
});

test.each([
  ["verified", "We checked it against the source."],
  ["recall only", "To be confirmed."],
  ["partly verified", "To be confirmed."],
  ["date verified; title recalled", "We checked: date. To be confirmed: title."],
  ["draft and priorities verified; date not", "We checked: draft and priorities. To be confirmed: date."],
  [
    "dates and first theme verified; other themes not read",
    "We checked: dates and first theme. To be confirmed: other themes.",
  ],
  ["in development verified; no published LIS found", "We checked: in development. No published strategy found."],
  ["verified as consulted", "We checked: consulted."],
  ["verified (first six priorities read)", "We checked: first six priorities read."],
])("%s: %s", (certainty, text) => {
  expect(certaintyText(certainty)).toBe(text);
});

test("what is not certain says so in one way for every strategy", () => {
  for (const { certainty } of readReference<{ certainty: string }>("strategies")) {
    const text = certaintyText(certainty);
    expect(text).not.toMatch(/memory|recall|verif|LIS|unchecked|not checked/);
    expect(text.includes("To be confirmed"), certainty).toBe(!isConfirmed(certainty));
  }
});
