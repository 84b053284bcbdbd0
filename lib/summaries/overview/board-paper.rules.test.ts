import { describe, expect, test } from "vitest";
import type { ThemeQuotations } from "@/lib/summaries/quotations/quotations.rules";
import { choosePaperQuotations, listDecisionsSought } from "./board-paper.rules";

const quotation = (text: string, minority = false) => ({
  ...{ text, minority, group: null, start: 0, end: text.length },
  citation: {
    id: text,
    strategyId: "s",
    threadId: "t",
    alias: "Keen Robin 1",
    text,
    version: 1,
    week: "",
    themeIds: [],
  },
});
const theme = (name: string, ...quotations: ThemeQuotations["quotations"]): ThemeQuotations => ({
  ...{ id: name, name, quotations },
});

describe("quotations of a board paper", () => {
  const themes = ["A", "B", "C", "D", "E", "F"].map((name) =>
    theme(name, quotation(`${name}1`), quotation(`${name}2`)),
  );

  test("are five of different themes", () => {
    expect(choosePaperQuotations(themes).map(({ text }) => text)).toEqual(["A1", "B1", "C1", "D1", "E1"]);
  });

  test("have a minority view as the fifth, where there is one", () => {
    const chosen = choosePaperQuotations([...themes, theme("G", quotation("G1"), quotation("G2", true))]);
    expect(chosen.map(({ text, isMinority }) => [text, isMinority])).toEqual([
      ...["A1", "B1", "C1", "D1"].map((text) => [text, false]),
      ["G2", true],
    ]);
  });

  test("are of different comments: of a comment on two themes, its second theme has its next quotation", () => {
    const [first, ...rest] = themes;
    const chosen = choosePaperQuotations([
      ...(first ? [first] : []),
      theme("A again", quotation("A1"), quotation("A3")),
      ...rest,
    ]);
    expect(chosen.map(({ text }) => text)).toEqual(["A1", "A3", "B1", "C1", "D1"]);
    const minority = choosePaperQuotations([theme("A", quotation("A1")), theme("B", quotation("A1", true))]);
    expect(minority.map(({ theme: name, isMinority }) => [name, isMinority])).toEqual([["B", true]]);
  });

  test("are short where a theme has a short one", () => {
    const [long, short] = ["long ".repeat(50), "short"];
    expect(choosePaperQuotations([theme("A", quotation(long), quotation(short))])[0]?.text).toBe(short);
    expect(choosePaperQuotations([theme("A", quotation(long))])[0]?.text).toBe(long);
    const minorities = [theme("A", quotation(long, true)), theme("B", quotation(short, true))];
    expect(choosePaperQuotations(minorities)[0]?.text).toBe(short);
  });

  test("are none without quotations", () => {
    expect(choosePaperQuotations([theme("A")])).toEqual([]);
  });
});

describe("decisions sought", () => {
  const unanswered = ["Pay", "Skills", "Buses", "Care"].map((name, i) => ({ name, comments: 10 + i }));

  test("name how many themes need an answer, until when, and those with most comments", () => {
    const dueAt = new Date("2027-04-19T22:59:59Z");
    expect(listDecisionsSought({ state: "running", dueAt, unanswered }, "West Midlands")).toEqual([
      "To agree how to answer 4 themes that still need an answer. They are due by 19 April 2027.",
      "To decide who drafts the answers on the themes with most comments: Care; Buses; Skills.",
      "To say in each answer what will change in the strategy, or why nothing will.",
    ]);
    const [late] = listDecisionsSought({ state: "over", dueAt, unanswered: unanswered.slice(0, 1) }, "West Midlands");
    expect(late).toBe("To agree how to answer 1 theme that still needs an answer. It was due by 19 April 2027.");
  });

  test("are only to note the summary, where everything is answered or nothing can be", () => {
    for (const progress of [null, { state: "complete", dueAt: null, unanswered: [] }])
      expect(listDecisionsSought(progress, "West Midlands")).toEqual([
        "To note what working people said about West Midlands. No theme needs an answer.",
      ]);
  });
});
