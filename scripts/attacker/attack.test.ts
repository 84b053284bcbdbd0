import { expect, test } from "vitest";
import { standardParameters } from "@/lib/summaries/disclosure/parameters";
import { type DefenceSetting, scoreScenario } from "./attack-drill";
import { countInterval } from "./count-interval";
import { insiderKnowledge } from "./insider";
import { makeScenario } from "./scenarios";

const method = {
  ...standardParameters,
  noise: standardParameters.noise.map(([noise, tenths]): [number, number] => [noise, tenths]),
};

test("the counts that a figure leaves possible", () => {
  expect(countInterval(10, method)).toEqual([10, 14]);
  expect(countInterval(15, method)).toEqual([11, 19]);
  expect(countInterval(15, { ...method, noise: [[0, 10]] })).toEqual([13, 17]);
});

test("with everything on, nothing is proven", { timeout: 240_000 }, async () => {
  const score = await scoreScenario(makeScenario(2, 3), "everything on");
  expect(score).toMatchObject({ exact: 0, narrow: 0, changes: 0, wrong: 0 });
  expect(score.shown).toBeGreaterThan(100);
});

test.each<[DefenceSetting, number]>([
  ["noise off", 1],
  ["gate off", 2],
  ["draw off", 3],
  ["threshold off", 1],
])("with %s, the attacker wins", { timeout: 240_000 }, async (setting, releases) => {
  const { exact, changes, narrow, wrong } = await scoreScenario(makeScenario(1, releases), setting);
  expect(exact + changes + narrow).toBeGreaterThan(0);
  expect(wrong).toBe(0);
});

test("an insider who knows all others in a shown cell learns of the last one in a tenth of cases at most", () => {
  for (let others = 12; others < 60; others++) {
    const { presence, absence } = insiderKnowledge(others, method);
    expect(presence, `${others} others`).toBeCloseTo(others % 5 === 0 ? 0.1 : 0);
    expect(absence, `${others} others`).toBeCloseTo(others % 5 === 4 ? 0.1 : 0);
  }
  // the threshold itself reveals this: an insider who knows nine learns of the tenth if the cell is shown
  expect(insiderKnowledge(9, method).presence).toBeCloseTo(0.7);
});
