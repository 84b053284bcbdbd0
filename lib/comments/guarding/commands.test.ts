import { solveChallenge } from "altcha-lib/v1";
import { afterAll, expect, test } from "vitest";
import { guardSending } from "@/lib/comments/guarding/commands";
import { NeedsPuzzle, TooMany } from "@/lib/errors";
import { visitor } from "@/lib/people/policy";
import { makePuzzle } from "@/lib/puzzle";
import { limits } from "@/lib/rate-limit";
import { newFormId } from "@/lib/secrets";
import { testDatabase } from "@/lib/test-database";
import { makeAccount } from "@/lib/test-scene";

const database = await testDatabase();
afterAll(database.close);

test("a network's people without an account send 120 in a quarter of an hour; then each takes a puzzle, once", async () => {
  const [client, other] = [newFormId(), newFormId()];
  for (let n = 0; n < limits["network-comments"].tries; n++) await guardSending(visitor, client, "");
  for (const puzzle of ["", "e30=", "x".repeat(2_000)])
    await expect(guardSending(visitor, client, puzzle)).rejects.toThrow(NeedsPuzzle);
  const { maxnumber, ...puzzle } = await makePuzzle();
  const solved = await solveChallenge(puzzle.challenge, puzzle.salt, "SHA-256", maxnumber).promise;
  const solution = Buffer.from(JSON.stringify({ ...puzzle, number: solved?.number })).toString("base64");
  await guardSending(visitor, client, solution);
  await expect(guardSending(visitor, client, solution)).rejects.toThrow(NeedsPuzzle);
  await guardSending(visitor, other, "");
  await guardSending(await makeAccount(), client, ""); // the way round
});

test("an account has a limit of its own, wherever it comes from", async () => {
  const person = await makeAccount();
  for (let n = 0; n < limits.comment.tries; n++) await guardSending(person, `network ${n}`, "");
  await expect(guardSending(person, "network", "")).rejects.toThrow(TooMany);
  await guardSending(await makeAccount(), "network", "");
});
