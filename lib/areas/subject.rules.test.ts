import { expect, test } from "vitest";
import { findSubject, subjects } from "@/lib/areas/subject.rules";
import { sectorGroups } from "@/lib/summaries/releases/release-table.rules";
import { readReference } from "@/prisma/reference/read";

test("every theme of a subject exists and is listed once", () => {
  const known = new Set(readReference<{ id: string }>("themes").map(({ id }) => id));
  for (const { themes } of subjects) {
    expect(themes.filter((theme) => !known.has(theme))).toEqual([]);
    expect(new Set(themes).size).toBe(themes.length);
  }
});

test("every sector group of a subject is one in which people are counted", () => {
  for (const { sectors } of subjects) expect((sectors ?? []).filter((sector) => !sectorGroups[sector])).toEqual([]);
  const foundational = Object.keys(sectorGroups).filter((id) => sectorGroups[id]?.foundational);
  expect(findSubject("foundational-economy")?.sectors?.toSorted()).toEqual(foundational.sort());
});

test("each subject has its own address", () => {
  expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length);
  expect(subjects.map(({ id }) => findSubject(id))).toEqual(subjects);
  expect(findSubject("weather")).toBeNull();
});
