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

  test.each([
    "close ~~two~~ no depots",
    "close <s>two</s> no depots",
    "close <del>two</del> no depots",
    'close <DEL cite="x" datetime="2026-11-30">two</DEL> no depots',
    'close <span style="color: red; text-decoration: line-through">two</span> no depots',
    "close <font style='text-decoration-line:line-through'>two</font> no depots",
    'close <span style="text-decoration:line-through"><span>two</span></span> no depots',
  ])("%s", (text) => {
    const { sections, losses } = readMarkdown(`# A\n\n${text}`);
    expect(sections[0]?.paragraphs[0]?.text).toBe("close no depots");
    const others = losses.filter(({ message }) => !message.startsWith("HTML"));
    expect(others).toEqual([{ message: "Struck-out text was left out: “two”", place: "“A”, at paragraph 1" }]);
  });

  test.each([
    "close <span hidden>two</span> no depots",
    'close <span style="display: none">two</span> no depots',
    "close <b style='visibility:hidden'>two</b> no depots",
    "close <template>two</template> no depots",
    'close <span style="color:#fff">two</span> no depots',
    'close <span style="font-weight: bold; color: white">two</span> no depots',
    'close <font color="#FFFFFF">two</font> no depots',
    'close <span style="background:black;color:black">two</span> no depots',
    'close <span style="font-size:1px">two</span> no depots',
    'close <span style="opacity:0">two</span> no depots',
  ])("%s", (text) => {
    expect(texts(`# A\n\n${text}`)).toEqual(["close no depots"]);
    expect(readMarkdown(`# A\n\n${text}`).losses).toContainEqual({
      message: "Hidden text was left out: “two”",
      place: "“A”, at paragraph 1",
    });
  });

  test.each([
    'close <span style="color:white;background-color:#1f3864">two</span> depots',
    'close <span style="color:#666">two</span> depots',
    'close <span style="font-size:14px">two</span> depots',
    'close <span style="opacity:0.8">two</span> depots',
    'close <span style="background-color:white">two</span> depots',
  ])("%s is seen", (text) => expect(texts(`# A\n\n${text}`)).toEqual(["close two depots"]));

  test.each([
    ["<del>", "</del>", /^Struck-out text was left out: “two three”$/],
    ["<div hidden>", "</div>", /^Hidden text was left out: “two three”$/],
    ['<div style="display:none"><p>', "</p></div>", /^Hidden text was left out: “two three”$/],
  ])("paragraphs between %s and %s", (start, end, message) => {
    const text = `one\n\n${start}\n\ntwo\n\n- three\n\n${end}\n\nfour`;
    expect(texts(text)).toEqual(["one", "four"]);
    expect(readMarkdown(text).losses.map((each) => each.message)).toContainEqual(expect.stringMatching(message));
  });

  test("a break of HTML is one, also in a table", () => {
    expect(texts("two<br>three<br/>four")).toEqual(["two\nthree\nfour"]);
    expect(texts("| a |\n|---|\n| x<br>y |")).toEqual(["a\nx; y"]);
  });

  test("notes follow the paragraph that refers to them, wherever they are written", () => {
    const { sections } = readMarkdown(
      "# A\n\nLower[^1] than[^b].\n\nNext.\n\n# B\n\n- In a list[^c]\n- Second\n\nLast.\n\n[^1]: From **the** office.\n[^b]: Two words,\n    and more.\n\n[^c]: https://example.org/c\n\n[^d]: Nobody refers to this.",
    );
    expect(sections.map(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([
      ["Lower[^1] than[^b].", "[^1]: From the office.", "[^b]: Two words,\nand more.", "Next."],
      ["In a list[^c]\nSecond", "[^c]: https://example.org/c", "Last.", "[^d]: Nobody refers to this."],
    ]);
  });

  test("a cell beyond the heading is listed", () => {
    const { losses } = readMarkdown("# A\n\n| a | b |\n|---|---|\n| 1 | 2 | three \\| four | 5 |\n| 6 | 7 |");
    expect(losses).toEqual([
      {
        message: "A row of a table has more cells than its heading. Left out: “three | four, 5”",
        place: "“A”, at paragraph 1",
      },
    ]);
  });

  test.each(["[TOC]", "[[_TOC_]]", "[[toc]]", "- [One](#one)\n  - [Two](#two)\n- [Three](#three)"])(
    "a list of contents is left out, and listed: %j",
    (contents) => {
      const { sections, losses } = readMarkdown(`# A\n\n${contents}\n\ntext`);
      expect(sections[0]?.paragraphs).toEqual([textParagraph("text")]);
      expect(losses.map(({ message }) => message)).toEqual([
        "The list of contents was left out. The strategy's page has its own.",
      ]);
    },
  );

  test("a table and code in a list are there on one line, and listed", () => {
    const text = "# A\n\n1. a\n\n   | x | y |\n   |---|---|\n   | 1 | 2 |\n\n2. b";
    expect(texts(text)).toEqual(["a; x | y; 1 | 2\nb"]);
    expect(readMarkdown(text).losses.map(({ message }) => message)).toEqual([
      "A table within a list was written on one line of its item.",
    ]);
  });

  test("a link keeps its address, and that of a mail too", () => {
    expect(texts("[Write](mailto:a@example.org?subject=x) or <b@example.org>, [see](#x)")).toEqual([
      "Write (a@example.org) or b@example.org, see",
    ]);
  });

  test("lists begin at their numbers, and keep their levels and boxes", () => {
    expect(texts("4. Four\n5. Five")).toEqual(["4. Four\n5. Five"]);
    expect(texts("4) Four\n5) Five")).toEqual(["4) Four\n5) Five"]);
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
