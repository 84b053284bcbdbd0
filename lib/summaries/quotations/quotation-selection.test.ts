import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polisNames, readPolisConversation } from "@/scripts/test/polis-conversation";
import { chooseQuotations, type QuotableComment } from "./quotation-selection";
import { splitSentences } from "./sentences";
import { centroidOf, cosineSimilarity, listStems, tfIdfVectors } from "./tf-idf";

const makeComment = (id: string, text: string, more: Partial<QuotableComment> = {}): QuotableComment => ({
  ...{ id, text, theme: "buses", group: null, agrees: 0, disagrees: 0, passes: 0 },
  ...more,
});
const ids = (comments: QuotableComment[], n: number) =>
  chooseQuotations(comments, n)
    .get("buses")
    ?.map(({ comment }) => comment);

const letters = fc.constantFrom(
  "Buses stop at 6. ",
  "No late bus!\n",
  "Wages e.g. £9.50 are low… ",
  "  ",
  "👩🏽‍🏭 ",
  "Why?",
  "école ",
);
const text = fc.array(fc.oneof(letters, fc.string({ unit: "grapheme", maxLength: 30 })), { maxLength: 30 });
const comment = fc.record({
  id: fc.string({ minLength: 1, maxLength: 8 }),
  text: text.map((parts) => parts.join("")),
  theme: fc.constantFrom("buses", "pay"),
  group: fc.constantFrom(null, "A", "B"),
  agrees: fc.nat(50),
  disagrees: fc.nat(50),
  passes: fc.nat(50),
});
const comments = fc.uniqueArray(comment, { selector: ({ id }) => id, maxLength: 15 });

describe("properties", () => {
  test("every quotation is an exact substring at its offsets, at most n a theme, no comment twice", () => {
    fc.assert(
      fc.property(comments, fc.integer({ min: 2, max: 6 }), (all, n) => {
        for (const [theme, quotations] of chooseQuotations(all, n)) {
          expect(quotations.length).toBeLessThanOrEqual(n);
          expect(new Set(quotations.map(({ comment }) => comment)).size).toBe(quotations.length);
          for (const { comment, quotation, start, end } of quotations) {
            const source = all.find(({ id }) => id === comment);
            expect(source?.theme).toBe(theme);
            expect(source?.text.slice(start, end)).toBe(quotation);
            expect(quotation.trim()).toBe(quotation);
            expect(quotation).not.toBe("");
          }
        }
      }),
    );
  });
  test("the same in any order", () => {
    fc.assert(
      fc.property(comments, (all) => {
        expect([...chooseQuotations([...all].reverse(), 3)]).toEqual([...chooseQuotations(all, 3)]);
      }),
    );
  });
  test("there is a minority view if a comment has more disagreements than agreements, and never alone", () => {
    fc.assert(
      fc.property(comments, (all) => {
        for (const [theme, quotations] of chooseQuotations(all, 2)) {
          const quotable = all.filter((comment) => comment.theme === theme && comment.text.trim() !== "");
          const expected = quotable.length > 1 && quotable.some(({ agrees, disagrees }) => disagrees > agrees);
          if (expected) expect(quotations.filter(({ minority }) => minority).length).toBe(1);
        }
      }),
    );
  });
  test("sentences cover the entire text, in order", () => {
    fc.assert(
      fc.property(text, (parts) => {
        const all = parts.join("");
        const spans = splitSentences(all);
        expect(
          spans
            .map(({ start, end }) => all.slice(start, end))
            .join("")
            .replace(/\s/g, ""),
        ).toBe(all.replace(/\s/g, ""));
      }),
    );
  });
});

describe("selection", () => {
  const late = makeComment("late", "There is no late bus after my shift ends at ten.", { agrees: 9 });
  const copy = makeComment("copy", "There is no late bus after my shift ends at ten!", { agrees: 8 });
  const fares = makeComment("fares", "Bus fares take an hour of my wages each day.", { agrees: 5 });
  const cars = makeComment("cars", "Stop paying for buses and mend the roads.", { agrees: 2, disagrees: 7 });
  test("one of two copies; the rejected view last", () => {
    expect(ids([late, copy, fares, cars], 3)).toEqual(["copy", "fares", "cars"]);
    expect(chooseQuotations([late, fares, cars], 3).get("buses")?.at(-1)).toMatchObject({
      comment: "cars",
      minority: true,
    });
  });
  test("each group gets a quotation before any gets two", () => {
    const many = ["a", "b", "c", "d"].map((id) =>
      makeComment(id, `Late buses ${id}${id} for late shifts`, { group: "A" }),
    );
    const chosen = ids([...many, makeComment("z", "My bicycle was stolen", { group: "B" })], 3);
    expect(chosen).toContain("z");
  });
  test("a long comment is quoted by complete sentences", () => {
    const filler = "I have lived here for many years and seen a great deal of change in it. ".repeat(5);
    const long = makeComment("long", `${filler}The last bus goes before my late shift ends. Buses matter.`);
    const quotation = chooseQuotations([long, late, fares], 3)
      .get("buses")
      ?.find(({ comment }) => comment === "long")?.quotation;
    expect(quotation).toBe("The last bus goes before my late shift ends. Buses matter.");
  });
  test("nothing from empty text; n below 2 is refused", () => {
    expect(ids([makeComment("gone", "  ")], 3)).toEqual([]);
    expect(() => chooseQuotations([late], 1)).toThrow(RangeError);
  });
});

describe("terms, by hand", () => {
  test("forms of a word have one stem", () => {
    expect(new Set(listStems("apprentice apprentices apprenticeship apprenticeships")).size).toBe(1);
    expect(new Set(listStems("bus buses")).size).toBe(1);
    expect(listStems("the and of")).toEqual([]);
  });
  test("cosine similarity", () => {
    // Two texts, "pay rent" and "pay tax": pay is in both, weight 1; rent, tax in one of two, 1 + ln 2 = 1.693.
    // Cosine 1 / (1 + 1.693²) = 0.2586.
    const [a, b] = tfIdfVectors(["pay rent", "pay tax"]) as [Map<string, number>, Map<string, number>];
    expect(cosineSimilarity(a, b)).toBeCloseTo(1 / (1 + (1 + Math.LN2) ** 2), 12);
    expect(cosineSimilarity(a, a)).toBeCloseTo(1, 12);
    expect(cosineSimilarity(a, centroidOf([]))).toBe(0);
  });
});

test.each(polisNames)("quotations of %s are exact", (name) => {
  const { texts } = readPolisConversation(name);
  const all = [...texts].map(([id, text]) => makeComment(id, text));
  const quotations = chooseQuotations(all, 6).get("buses") ?? [];
  expect(quotations.length).toBe(6);
  for (const { comment, quotation, start, end } of quotations)
    expect(texts.get(comment)?.slice(start, end)).toBe(quotation);
});
