import { describe, expect, test } from "vitest";
import type { Strategy, StrategyBody, Theme } from "@/prisma/generated/client";
import { readReference } from "@/prisma/reference/read";

type Section = {
  number: number;
  title: string;
  foundationId: string;
  priorities: string[]; // from the reference; none for a foundation without a priority
  themeIds: string[];
  summary: string;
  canChange: string | null;
  paragraphs: string[];
};
type StrategyContent = { strategyId: string; summary: string; canChange: string; sections: Section[] };
type JobCounts = { areaId: string; year: number; jobs: Record<string, number> };

const all = readReference<StrategyContent>("strategy-sections");
// strategies.test.ts compares these rows with the originals, including priorities and certainty
const strategies = readReference<Strategy>("strategies");
const strategyBodies = readReference<StrategyBody>("strategy-bodies");
const themes = new Set(readReference<Theme>("themes").map(({ id }) => id));
const jobs = readReference<JobCounts>("job-counts").filter(({ year }) => year === 2019);
const foundations = ["ideas", "people", "infrastructure", "business-environment", "places"];

const sectors: Record<string, string> = {
  "banks and insurance": "K",
  building: "F",
  education: "P",
  factories: "C",
  "health and care": "Q",
  "hotels, pubs and food": "I",
  "IT and telecoms": "J",
  "office support, cleaning and security": "N",
  "professional and technical work": "M",
  "shops, wholesale and garages": "G",
  "transport and storage": "H",
};

test("all 36 strategies are there once, in the order of the reference", () => {
  expect(all.map(({ strategyId }) => strategyId)).toEqual(strategies.map(({ id }) => id));
  expect(all).toHaveLength(36);
});

describe.each(all)("$strategyId", ({ strategyId, summary, canChange, sections }) => {
  const strategy = strategies.find(({ id }) => id === strategyId);
  const paragraphs = sections.flatMap((section) => section.paragraphs);

  test("every priority has one section, and no section has an unknown one", () => {
    const claimed = sections.flatMap(({ priorities }) => priorities);
    expect(claimed.sort()).toEqual([...(strategy?.priorities ?? [])].sort());
  });

  test("sections follow the white paper's order of foundations, numbered from 1", () => {
    const order = sections.map(({ foundationId }) => foundations.indexOf(foundationId));
    expect(order).toEqual([...order].sort());
    expect([...new Set(order)]).toEqual([0, 1, 2, 3, 4]);
    expect(sections.map(({ number }) => number)).toEqual(sections.map((_, index) => index + 1));
  });

  test("themes are known and include the foundation", () => {
    for (const { themeIds, foundationId } of sections) {
      expect(themeIds).toContain(foundationId);
      expect(themeIds.filter((id) => !themes.has(id))).toEqual([]);
    }
  });

  test("each has two or three short paragraphs, and the only question is at the end", () => {
    for (const section of sections) {
      expect([2, 3]).toContain(section.paragraphs.length);
      expect(section.paragraphs.join(" ").indexOf("?")).toBe(section.paragraphs.join(" ").length - 1);
    }
    for (const paragraph of paragraphs) {
      expect(tokenise(paragraph).length, paragraph).toBeGreaterThanOrEqual(20);
      expect(tokenise(paragraph).length, paragraph).toBeLessThanOrEqual(70);
    }
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
  });

  test("how sure we are is said in one place, not in the text", () => {
    expect([summary, canChange, ...paragraphs].join(" ")).not.toMatch(/from memory|not checked/);
  });

  test("figures for jobs agree with the reference", () => {
    const areas = [
      strategyId,
      ...strategyBodies.filter((row) => row.strategyId === strategyId).map(({ bodyId }) => bodyId),
    ];
    for (const [, figure, sector = ""] of paragraphs
      .join("\n")
      .matchAll(/about (\d+) in every 100 jobs here were in ([^.]+)\./g))
      expect(Number(figure), sector).toBe(Math.round(percentOfJobs(areas, sectors[sector])));
  });

  test("the text is easy to read", () => {
    const scores = [summary, canChange, ...paragraphs].map(readingEase);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThanOrEqual(60);
  });
});

/**
 * Jobs in a sector as a percentage of all jobs.
 * @param areas several for a mayor's area, which has no row of its own
 */
function percentOfJobs(areas: string[], sector = ""): number {
  const counts = jobs.filter(({ areaId }) => areas.includes(areaId)).map((row) => row.jobs);
  const sum = (isWanted: (id: string) => boolean) =>
    counts.flatMap(Object.entries<number>).reduce((total, [id, count]) => total + (isWanted(id) ? count : 0), 0);
  return (100 * sum((id) => id === sector)) / sum((id) => id.length === 1); // G45 to G47 are part of G
}

function tokenise(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** Flesch reading ease: 60 and above is plain English. */
function readingEase(text: string): number {
  const sentences = text.match(/[.!?](\s|$)/g)?.length ?? 1;
  const syllables = tokenise(text).reduce((sum, word) => sum + countSyllables(word), 0);
  return 206.835 - (1.015 * tokenise(text).length) / sentences - (84.6 * syllables) / tokenise(text).length;
}

/** Counts groups of vowels without silent endings. Good enough for an average; errs towards too many. */
function countSyllables(word: string): number {
  const silent = /(?<=[a-z]{2})((?<![laeiou])e|(?<![aeioutd])ed|(?<![aeioucghsxz])es)$/;
  const sounded = word
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(silent, "");
  return Math.max(
    1,
    sounded.match(/i[ao](?!n)|[aeiouy]+/g)?.reduce((sum, run) => sum + (/^i[ao]$/.test(run) ? 2 : 1), 0) ?? 1,
  );
}
