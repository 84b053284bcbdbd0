import { describe, expect, test } from "vitest";
import { buildAgreementMap, type MappedComment } from "./agreement-map.rules";
import { buildTimeline, type TimelineFacts } from "./timeline.rules";

const comment = (id: string, agrees: number, disagrees: number, passes = 0): MappedComment => ({
  ...{ id, strategyId: "s", threadId: `t-${id}`, text: `Text ${id}` },
  ...{ agrees, disagrees, passes },
});

describe("the map of agreement", () => {
  test("places a comment by the share who agree, of those who agree or disagree, and by its reactions", () => {
    const { points } = buildAgreementMap([comment("a", 6, 2, 4), comment("few", 4, 0), comment("passed", 0, 0, 9)]);
    expect(points.map(({ id, agree, reactions }) => [id, agree, reactions])).toEqual([["a", 75, 12]]);
  });

  test("quotes the most agreed with, the most evenly split and the most disagreed with, each once", () => {
    const comments = [
      comment("5 of 5", 5, 0),
      comment("95 of 100", 95, 5),
      comment("half", 11, 10),
      comment("no", 1, 30),
    ];
    const { highlights, points, claim } = buildAgreementMap(comments);
    expect(highlights.map(({ number, title, point }) => [number, title, point.id])).toEqual([
      [1, "Most agree", "95 of 100"],
      [2, "Divides people", "half"],
      [3, "Most disagree", "no"],
    ]);
    expect(points.filter(({ highlight }) => highlight).map(({ id, highlight }) => [id, highlight])).toEqual([
      ["95 of 100", 1],
      ["half", 2],
      ["no", 3],
    ]);
    expect(claim).toBe("Of 4 comments with 5 reactions or more, most people agree with 2, and 1 divides people");
  });

  test("with nothing to place it says so, and quotes nobody", () => {
    expect(buildAgreementMap([comment("a", 2, 2)])).toEqual({
      claim: "No comment has 5 reactions yet",
      points: [],
      highlights: [],
    });
  });
});

describe("the timeline", () => {
  const now = new Date("2026-11-30T12:00:00Z");
  const fact = (kind: TimelineFacts[number]["kind"], week: string, first = 0, second = 0) => ({
    kind,
    week,
    first,
    second,
  });

  test("has every week from the first to this one, with what happened", () => {
    const { claim, table, drawing } = buildTimeline(
      [
        fact("opened", "2026-11-09"),
        fact("version", "2026-11-09", 1),
        fact("edition", "2026-11-09", 3, 1),
        fact("edition", "2026-11-09", 2, 0),
        fact("answers", "2026-11-30", 2),
        fact("responses", "2026-11-30", 1),
      ],
      now,
    );
    expect(claim).toBe("6 new comments and replies in 4 weeks; most in the week of 9 November 2026");
    expect(table.rows.map((row) => row.slice(1))).toEqual([
      [6, 5, 1, 0, 0, "1", "Opened"],
      [0, 0, 0, 0, 0, "–", "–"],
      [0, 0, 0, 0, 0, "–", "–"],
      [0, 0, 0, 1, 2, "–", "–"],
    ]);
    const columns = drawing.kind === "columns" ? drawing.columns : [];
    expect(columns.map(({ value, label, events }) => [value, label, events])).toEqual([
      [6, "5 comments, 1 reply", ["Opened for comments", "Version 1 published"]],
      [0, "0 comments, 0 replies", []],
      [0, "0 comments, 0 replies", []],
      [0, "0 comments, 0 replies", ["1 union response published", "2 answers published"]],
    ]);
  });

  test("is empty when nothing happened", () => {
    const { claim, table } = buildTimeline([], now);
    expect([claim, table.rows]).toEqual(["No new comments or replies in the last 12 weeks", []]);
  });
});
