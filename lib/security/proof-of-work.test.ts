import { solveChallenge } from "altcha-lib/v1";
import { afterAll, expect, test } from "vitest";
import { isSolved, makePuzzle, type Puzzle } from "@/lib/security/proof-of-work";
import { testDatabase } from "@/scripts/test/database";

const database = await testDatabase();
afterAll(database.close);

const write = (told: object) => Buffer.from(JSON.stringify(told)).toString("base64");
async function solve({ maxnumber, ...puzzle }: Puzzle) {
  const solved = await solveChallenge(puzzle.challenge, puzzle.salt, "SHA-256", maxnumber).promise;
  return { ...puzzle, number: solved?.number ?? -1 };
}

test("a solution counts once, however it is written", async () => {
  const solved = await solve(await makePuzzle());
  expect(await isSolved(write(solved))).toBe(true);
  expect(await isSolved(write(solved))).toBe(false);
  expect(await isSolved(write({ more: 1, ...solved }))).toBe(false);
});

test("a wrong number, another's puzzle, one that is over, and nonsense count for nothing", async () => {
  const puzzle = await makePuzzle();
  const solved = await solve(puzzle);
  expect(await isSolved(write({ ...solved, number: (solved.number + 1) % 60_000 }))).toBe(false);
  expect(await isSolved(write({ ...solved, signature: "0".repeat(64) }))).toBe(false);
  expect(await isSolved(write({ ...solved, salt: solved.salt.replace(/expires=\d+/, "expires=9999999999") }))).toBe(
    false,
  );
  const old = await solve(await makePuzzle(new Date(Date.now() - 11 * 60_000)));
  expect(await isSolved(write(old))).toBe(false);
  for (const text of ["", "x", write([]), write({}), "e30=", "x".repeat(5_000)])
    expect(await isSolved(text)).toBe(false);
});
