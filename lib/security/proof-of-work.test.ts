import { solveChallenge } from "altcha-lib/v1";
import { afterAll, expect, test } from "vitest";
import { isPuzzleSolved, makePuzzle, type Puzzle } from "@/lib/security/proof-of-work";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const encode = (payload: object) => Buffer.from(JSON.stringify(payload)).toString("base64");
async function solve({ maxnumber, ...puzzle }: Puzzle) {
  const solved = await solveChallenge(puzzle.challenge, puzzle.salt, "SHA-256", maxnumber).promise;
  return { ...puzzle, number: solved?.number ?? -1 };
}

test("a solution counts once, however it is encoded", async () => {
  const solved = await solve(await makePuzzle());
  expect(await isPuzzleSolved(encode(solved))).toBe(true);
  expect(await isPuzzleSolved(encode(solved))).toBe(false);
  expect(await isPuzzleSolved(encode({ more: 1, ...solved }))).toBe(false);
});

test("rejects a wrong number, a puzzle that we did not sign, an expired one, and malformed text", async () => {
  const puzzle = await makePuzzle();
  const solved = await solve(puzzle);
  expect(await isPuzzleSolved(encode({ ...solved, number: (solved.number + 1) % 60_000 }))).toBe(false);
  expect(await isPuzzleSolved(encode({ ...solved, signature: "0".repeat(64) }))).toBe(false);
  expect(
    await isPuzzleSolved(encode({ ...solved, salt: solved.salt.replace(/expires=\d+/, "expires=9999999999") })),
  ).toBe(false);
  const old = await solve(await makePuzzle(new Date(Date.now() - 11 * 60_000)));
  expect(await isPuzzleSolved(encode(old))).toBe(false);
  for (const text of ["", "x", encode([]), encode({}), "e30=", "x".repeat(5_000)])
    expect(await isPuzzleSolved(text)).toBe(false);
});
