import { expect, test } from "vitest";
import { assembleCounts, type CountSources } from "@/lib/summaries/counts.rules";

const content = { groups: [], supported: [], disputed: [], subjects: [] };
const tally = (key: string) => ({ dimension: "theme", key, comments: 1, threads: 1 });

/** The trends of two themes, counted on a Wednesday. */
function trends(themeWeeks: { theme: string; week: string; threads: number }[]) {
  const sources: CountSources = {
    tallies: [tally("pay"), tally("buses")],
    part: { day: "2026-12-02", content: { ...content, themeWeeks } },
    themes: ["pay", "buses"].map((id) => ({ id, name: id, family: "work" })),
    sections: [],
    waiting: null,
  };
  return assembleCounts(sources, new Map(), null).themes.map(({ trend }) => trend);
}

test("a trend: none, one week, weeks without anything, and never more than twelve", () => {
  expect(trends([])).toEqual([[], []]);
  expect(trends([{ theme: "pay", week: "2026-11-30", threads: 3 }])).toEqual([[3], [0]]);
  const early = { theme: "buses", week: "2026-11-16", threads: 2 };
  expect(trends([early, { theme: "pay", week: "2026-11-23", threads: 1 }])).toEqual([
    [0, 1, 0],
    [2, 0, 0],
  ]);
  const thirteenWeeksAgo = { theme: "pay", week: "2026-09-07", threads: 9 };
  const twelveWeeksAgo = { theme: "pay", week: "2026-09-14", threads: 4 };
  const [pay, buses] = trends([thirteenWeeksAgo, twelveWeeksAgo]);
  expect(pay).toEqual([4, ...Array(11).fill(0)]);
  expect(buses).toEqual(Array(12).fill(0));
});
