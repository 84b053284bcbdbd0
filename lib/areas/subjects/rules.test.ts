import { expect, test } from "vitest";
import { findSubject, subjects } from "@/lib/areas/subjects/rules";
import { readReference } from "@/prisma/reference/read";

test("every theme of a subject is one of ours, once", () => {
  const known = new Set(readReference<{ id: string }>("themes").map(({ id }) => id));
  for (const { themes } of subjects) {
    expect(themes.filter((theme) => !known.has(theme))).toEqual([]);
    expect(new Set(themes).size).toBe(themes.length);
  }
});

test("each subject has an address of its own", () => {
  expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length);
  expect(subjects.map(({ id }) => findSubject(id))).toEqual(subjects);
  expect(findSubject("weather")).toBeNull();
});
