import { describe, expect, test } from "vitest";
import { coverageClaim, coverageLabel, listThemeAgreement, themeAgreementClaim } from "@/lib/summaries/chart.rules";
import type { SectorCoverage } from "@/lib/summaries/coverage.rules";

const theme = (id: string, comments: number, agrees = 0, disagrees = 0, passes = 0) => ({
  ...{ id, name: id, number: null, comments, threads: 1, agrees, disagrees, passes, trend: [] },
});
const claim = (...themes: ReturnType<typeof theme>[]) => themeAgreementClaim(listThemeAgreement(themes, null));

test("themes have whole percentages that add up, their answer, and the most comments first", () => {
  const rows = listThemeAgreement([theme("a", 1, 1, 1, 1), theme("b", 9), theme("c", 1, 5)], {
    state: "running",
    unanswered: [{ id: "b" }],
  });
  expect(rows.map(({ id, reactions, percents, answer }) => [id, reactions, percents, answer])).toEqual([
    ["b", 0, [0, 0, 0], "due"],
    ["a", 3, [34, 33, 33], "answered"],
    ["c", 5, [100, 0, 0], "answered"],
  ]);
  const answers = (state: string) => listThemeAgreement([theme("a", 1)], { state, unanswered: [{ id: "a" }] });
  expect(answers("over")[0]?.answer).toBe("overdue");
  expect(answers("open")[0]?.answer).toBe("due");
  expect(listThemeAgreement([theme("a", 1)], null)[0]?.answer).toBeNull();
});

test("the claim of the themes: none, one, too few, many, equal", () => {
  expect(claim()).toBe("Nobody has reacted to a comment yet");
  expect(claim(theme("a", 3))).toBe("Nobody has reacted to a comment yet");
  expect(claim(theme("Pay", 3, 1), theme("b", 3))).toBe("Pay: 100% of 1 reaction agree");
  expect(claim(theme("a", 3, 9), theme("b", 3, 50))).toBe("Too few reactions to compare the themes yet");
  expect(claim(theme("a", 3, 6, 4), theme("b", 3, 2, 8), theme("c", 3, 9), theme("d", 3, 9, 0, 1))).toBe(
    "Most agreement on d (90%), least on b (20%)",
  );
  expect(claim(theme("a", 3, 6, 4), theme("b", 3, 60, 40))).toBe(
    "About the same share agree on every theme compared: 60%",
  );
});

describe("the claim of kinds of work", () => {
  const sector = (name: string, share: number | null, jobsShare: number): SectorCoverage => ({
    ...{ id: name, name, lowPaid: false, foundational: false, people: null, share, jobs: 1, jobsShare },
  });
  test.each<[string, SectorCoverage[], number]>([
    ["Too few people took part from any kind of work to show", [], 100],
    ["Too few people took part from this kind of work to show", [sector("a", null, 100)], 100],
    [
      "Widest gap: b, 10% of people and 40% of jobs",
      [sector("a", 30, 20), sector("b", 10, 40), sector("c", null, 40)],
      100,
    ],
    ["People who took part match jobs in every kind of work shown", [sector("a", 30, 30)], 100],
    ["Largest group of people who took part: b, 60%", [sector("a", 30, 0), sector("b", 60, 0)], 0],
  ])("%s", (expected, sectors, jobs) => expect(coverageClaim({ sectors, jobs })).toBe(expected));

  test("labels say what is not shown", () => {
    expect(coverageLabel(sector("a", 12, 8), true)).toBe("12% of people, 8% of jobs");
    expect(coverageLabel(sector("a", null, 8), true)).toBe("Too few people to show, 8% of jobs");
    expect(coverageLabel(sector("a", null, 0), false)).toBe("Too few people to show");
  });
});
