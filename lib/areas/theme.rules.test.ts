import { expect, test } from "vitest";
import { likelyThemeCount, sortLikelyFirst } from "@/lib/areas/theme.rules";
import { readReference } from "@/prisma/reference/read";

const themes = readReference<{ id: string }>("themes");
const common = ["pay", "hours-contracts", "skills", "transport-to-work"];

test("the likely themes come first, and every theme comes once", () => {
  const sorted = sortLikelyFirst(themes, ["housing", "pay", "unknown", "places", "ideas"]).map(({ id }) => id);
  expect(sorted.slice(0, likelyThemeCount)).toEqual([...common, "housing", "places"]);
  expect(sorted.toSorted()).toEqual(themes.map(({ id }) => id).toSorted());
});

test("the others stay in their order", () => {
  const sorted = sortLikelyFirst(themes, []).map(({ id }) => id);
  const others = themes.map(({ id }) => id).filter((id) => !common.includes(id));
  expect(sorted).toEqual([...common, ...others]);
});
