import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RuleViolation } from "@/lib/errors";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";

const textParagraph = (text: string) => ({ text, block: null });

test("a title, sections and their content", () => {
  const { title, sections, losses } = readMarkdown(`# Kent, *our* plan

Before all parts.

## Getting to work

Buses run **later**.
A second line.

### Trains

- First
- Second, [more](https://example.org/a)

## Skills

| Course | Places |
| --- | ---: |
| Care | 20 |
| Building & roofs | 5 |
`);
  expect(title).toBe("Kent, our plan");
  expect(sections).toEqual([
    { title: "Kent, our plan", paragraphs: [textParagraph("Before all parts.")] },
    {
      title: "Getting to work",
      paragraphs: [
        textParagraph("Buses run later.\nA second line."),
        { text: "Trains", block: { kind: "heading" } },
        {
          text: "First\nSecond, more (https://example.org/a)",
          block: { kind: "list", isOrdered: false, items: ["First", "Second, more (https://example.org/a)"] },
        },
      ],
    },
    {
      title: "Skills",
      paragraphs: [
        {
          text: "Course | Places\nCare | 20\nBuilding & roofs | 5",
          block: {
            kind: "table",
            head: ["Course", "Places"],
            rows: [
              ["Care", "20"],
              ["Building & roofs", "5"],
            ],
          },
        },
      ],
    },
  ]);
  expect(losses).toEqual([]);
});

describe("where sections begin", () => {
  const titles = (text: string) => readMarkdown(text).sections.map((section) => section.title);
  test.each([
    ["several highest headings", "# A\n\na\n\n# B\n\nb", ["A", "B"]],
    ["one heading alone", "# A\n\na", ["A"]],
    ["no heading", "a\n\nb", ["Introduction"]],
    ["two levels under a title", "# T\n\n## A\n\na\n\n### x\n\n## B\n\nb", ["A", "B"]],
    ["nothing", " \n", []],
  ])("%s", (_, text, expected) => expect(titles(text)).toEqual(expected));
});

test("HTML and script addresses become plain text at most", () => {
  const { sections, losses } = readMarkdown(
    "Look <script>alert(1)</script>here\n\n<img src=x onerror=alert(1)>\n\n[press](javascript:alert(1)) ![alt words](https://example.org/spy.png)",
  );
  expect(sections[0]?.paragraphs).toEqual([textParagraph("Look alert(1)here"), textParagraph("press alt words")]);
  expect(losses.map(({ message }) => message)).toEqual([
    "HTML was left out: “<script>”",
    "HTML was left out: “</script>”",
    "HTML was left out: “<img src=x onerror=alert(1)>”",
    expect.stringMatching(/picture that is only linked to was left out: “https:\/\/example.org\/spy.png”/),
  ]);
});

describe("what Markdown says stays, or is listed with its place", () => {
  const texts = (text: string) =>
    readMarkdown(text).sections.flatMap(({ paragraphs }) => paragraphs.map((each) => each.text));

  test.each(["close ~~two~~ no depots", "close <s>two</s> no depots", "close <del>two</del> no depots"])(
    "%s",
    (text) => {
      const { sections, losses } = readMarkdown(`# A\n\n${text}`);
      expect(sections[0]?.paragraphs[0]?.text).toBe("close no depots");
      expect(losses).toEqual([{ message: "Struck-out text was left out: “two”", place: "“A”, at paragraph 1" }]);
    },
  );

  test("lists begin at their numbers, and keep their levels and boxes", () => {
    expect(texts("4. Four\n5. Five")).toEqual(["4. Four\n5. Five"]);
    expect(texts("- a\n  - b\n    1. c\n- d")).toEqual(["• a\n  • b\n    1. c\n• d"]);
    expect(texts("- a\n  - b")).toEqual(["a\n  b"]);
    expect(texts("- [x] done\n- [ ] open")).toEqual(["☑ done\n☐ open"]);
  });

  test("raised text, entities, notes", () => {
    expect(texts("10<sup>6</sup> &hellip; &#8364;5 &pound;3")).toEqual(["10⁶ … €5 £3"]);
    expect(texts("Text[^1]\n\n[^1]: https://example.org/source")).toEqual([
      "Text[^1]",
      "[^1]: https://example.org/source",
    ]);
  });

  test("settings at the top and HTML are listed", () => {
    const { sections, losses } = readMarkdown("---\ntitle: x\n---\n# A\n\n<div>Words in HTML</div>\n\ntext");
    expect(sections.map(({ title }) => title)).toEqual(["A"]);
    expect(losses.map(({ message }) => message)).toEqual([
      expect.stringMatching(/Settings at the top .*title: x/),
      "HTML was left out. Its text: “Words in HTML”",
    ]);
  });
});

test("any text is read quickly, and nothing but punctuation is lost or added", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const { sections } = readMarkdown(text);
      const letters = sections.flatMap(({ paragraphs }) => paragraphs.map((each) => each.text)).join("");
      expect(letters.length).toBeLessThanOrEqual(text.length * 2 + 20);
    }),
    { numRuns: 200 },
  );
  for (const hard of [
    "*a ".repeat(20_000),
    "[".repeat(50_000),
    "> ".repeat(5_000),
    "`".repeat(50_000),
    "|a".repeat(30_000),
  ]) {
    const start = performance.now();
    try {
      readMarkdown(hard);
    } catch (error) {
      expect(error).toBeInstanceOf(RuleViolation);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  }
});
