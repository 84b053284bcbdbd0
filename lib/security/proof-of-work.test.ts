import { afterAll, expect, test } from "vitest";
import { isPuzzleSolved, makePuzzle, puzzleSteps } from "@/lib/security/proof-of-work";
import { createTestDatabase } from "@/scripts/test/database";
import { encodeSolution, solvePuzzle } from "@/scripts/test/solve-puzzle";

const database = await createTestDatabase();
afterAll(database.close);

test("a solution counts once, however it is encoded", async () => {
  const solved = await solvePuzzle(await makePuzzle());
  expect(await isPuzzleSolved(encodeSolution(solved))).toBe(true);
  expect(await isPuzzleSolved(encodeSolution(solved))).toBe(false);
  expect(await isPuzzleSolved(encodeSolution({ more: 1, ...solved }))).toBe(false);
});

test("rejects a wrong number, a puzzle that we did not sign, an expired one, and malformed text", async () => {
  const solved = await solvePuzzle(await makePuzzle());
  const { challenge, solution } = solved;
  const { parameters } = challenge;
  const wrong = [
    { challenge, solution: { ...solution, counter: solution.counter + 1 } },
    { challenge, solution: { ...solution, derivedKey: "0".repeat(64) } },
    { challenge: { ...challenge, signature: "0".repeat(64) }, solution },
    { challenge: { ...challenge, parameters: { ...parameters, expiresAt: 9_999_999_999 } }, solution },
    { challenge: { ...challenge, parameters: { ...parameters, keyPrefix: "00" } }, solution },
    await solvePuzzle(await makePuzzle(1, new Date(Date.now() - 11 * 60_000))),
  ];
  for (const payload of wrong) expect(await isPuzzleSolved(encodeSolution(payload))).toBe(false);
  for (const text of ["", "x", encodeSolution([]), encodeSolution({}), "e30=", "x".repeat(5_000)])
    expect(await isPuzzleSolved(text)).toBe(false);
  expect(await isPuzzleSolved(encodeSolution(solved))).toBe(true);
});

test("a puzzle takes more steps the further a network is over its limit, up to eight times as many", async () => {
  expect([0, 1, 1.05, 2, 4.5, 8, 1000].map(puzzleSteps)).toEqual([
    30_000, 30_000, 31_500, 60_000, 135_000, 240_000, 240_000,
  ]);
  const { solution } = await solvePuzzle(await makePuzzle(3));
  expect(solution.counter).toBeGreaterThanOrEqual(45_000); // from half of the steps
  expect(solution.counter).toBeLessThan(90_000);
});
