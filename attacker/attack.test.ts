import { expect, test } from "vitest";
import { type Setting, scoreScene } from "./drill";
import { undo } from "./intervals";
import { makeScene } from "./scenes";

const method = {
  noise: [-2, -1, 0, 1, 2].map((n): [number, number] => [n, 0.2]),
  threshold: 10,
  base: 5,
  gate: 5,
  drawOneIn: 2,
  newContributors: 10,
};

test("what stands behind a figure", () => {
  expect(undo(10, method)).toEqual([10, 14]);
  expect(undo(15, method)).toEqual([11, 19]);
  expect(undo(15, { ...method, noise: [[0, 10]] })).toEqual([13, 17]);
});

test("with everything on, nothing is proven", { timeout: 120_000 }, async () => {
  const score = await scoreScene(makeScene(2, 4), "everything on");
  expect(score).toMatchObject({ exact: 0, changes: 0, narrow: 0, wrong: 0 });
  expect(score.shown).toBeGreaterThan(100);
});

test.each<[Setting, number]>([
  ["noise off", 2],
  ["gate off", 2],
  ["threshold off", 1],
])("with %s, the attacker wins", { timeout: 120_000 }, async (setting, releases) => {
  const { exact, changes, narrow } = await scoreScene(makeScene(1, releases), setting);
  expect(exact + changes + narrow).toBeGreaterThan(0);
});
