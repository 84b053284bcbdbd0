import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptySection } from "@/lib/strategies/drafts/draft.rules";
import { matchParagraphs, matchSections } from "@/lib/strategies/drafts/paragraph-matching";

const oldItems = [
  { id: "buses", text: "The first bus from Dudley leaves at five in the morning." },
  { id: "skills", text: "Every adult can learn a trade near home, paid by the fund." },
  { id: "care", text: "Care workers are paid the real living wage." },
];
const match = (...texts: string[]) => {
  const matches = matchParagraphs(
    oldItems,
    texts.map((text, at) => ({ key: String(at), text })),
  );
  return texts.map((_, at) => matches.get(String(at)) ?? null);
};

describe("paragraphs", () => {
  test("equal text is matched in any order, whatever its case and punctuation", () => {
    expect(match("CARE workers are paid the real  living wage", oldItems[0]?.text ?? "")).toEqual(["care", "buses"]);
  });
  test("a changed paragraph is matched, a new one is not", () => {
    expect(match("The first bus from Dudley leaves at four in the morning.", "Ships sail at noon.")).toEqual([
      "buses",
      null,
    ]);
  });
  test("of two similar paragraphs, the more similar one is matched", () => {
    expect(
      match(
        "The first bus from Walsall leaves at noon each morning.",
        "The first bus from Dudley leaves at six in the morning.",
      ),
    ).toEqual([null, "buses"]);
  });
  test("two equal paragraphs are matched with one each", () => {
    expect(match(oldItems[2]?.text ?? "", oldItems[2]?.text ?? "")).toEqual(["care", null]);
  });
  test("no old paragraph is matched twice, and unchanged ones are always matched", () => {
    const text = fc
      .array(fc.constantFrom("bus", "care", "wage", "night", "shift"), { minLength: 1, maxLength: 6 })
      .map((tokens) => tokens.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 12 }), (before, after) => {
        const old = before.map((each, at) => ({ id: `o${at}`, text: each }));
        const matches = matchParagraphs(
          old,
          after.map((each, at) => ({ key: `n${at}`, text: each })),
        );
        const ids = [...matches.values()];
        expect(new Set(ids).size).toBe(ids.length);
        const same = matchParagraphs(
          old,
          before.map((each, at) => ({ key: `n${at}`, text: each })),
        );
        expect(same.size).toBe(before.length);
      }),
    );
  });
});

test("a section is matched by where most of its paragraphs were, or by its title", () => {
  const before = [
    { id: "s1", title: "Transport", paragraphs: oldItems.slice(0, 1) },
    { id: "s2", title: "People", paragraphs: oldItems.slice(1) },
    { id: "s3", title: "Places", paragraphs: [{ id: "p", text: "Homes for all who work here." }] },
  ];
  const section = (key: string, title: string, texts: string[]) => ({
    ...emptySection,
    key,
    title,
    paragraphs: texts.map((text, at) => ({ key: `${key}${at}`, paragraphId: null, text, block: null })),
  });
  const now = matchSections(before, [
    section("a", "People and pay", [oldItems[2]?.text ?? "", oldItems[1]?.text ?? ""]),
    section("b", "places", ["Something else entirely is said about towns."]),
    section("c", "Harbours", ["Ships sail at noon."]),
  ]);
  expect(now.map(({ sectionId }) => sectionId)).toEqual(["s2", "s3", null]);
  expect(now[0]?.paragraphs.map(({ paragraphId }) => paragraphId)).toEqual(["care", "skills"]);
});

test("two long versions are matched quickly", () => {
  const many = Array.from(
    { length: 500 },
    (_, at) => `Paragraph ${at} speaks of ${"work and buses ".repeat(20)} number ${at * 7}.`,
  );
  const start = process.cpuUsage();
  const matches = matchParagraphs(
    many.map((text, at) => ({ id: `${at}`, text })),
    many.map((text, at) => ({ key: `${at}`, text: `${text} More.` })),
  );
  expect(matches.size).toBe(500);
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(4_000);
});
