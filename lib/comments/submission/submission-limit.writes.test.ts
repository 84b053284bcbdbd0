import { solveChallenge } from "altcha-lib/v1";
import { afterAll, expect, test } from "vitest";
import { startThread } from "@/lib/comments/submission/submission.commands";
import { guardSending } from "@/lib/comments/submission/submission-limit.writes";
import { db } from "@/lib/database/client";
import { NeedsPuzzle, TooMany } from "@/lib/errors";
import { visitor } from "@/lib/people/person.policy";
import { newFormId, randomSecret } from "@/lib/security/encryption";
import { makePuzzle } from "@/lib/security/proof-of-work";
import { isWithinLimit, limits } from "@/lib/security/rate-limit";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, openStrategy, typed } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);

test("a network's people without an account send 120 in a quarter of an hour; then each takes a puzzle, once", async () => {
  const [client, other] = [newFormId(), newFormId()];
  for (let n = 0; n < limits["network-comments"].tries; n++) await guardSending(visitor, { client, puzzle: "" });
  for (const puzzle of ["", "e30=", "x".repeat(2_000)])
    await expect(guardSending(visitor, { client, puzzle })).rejects.toThrow(NeedsPuzzle);
  const { maxnumber, ...puzzle } = await makePuzzle();
  const solved = await solveChallenge(puzzle.challenge, puzzle.salt, "SHA-256", maxnumber).promise;
  const solution = Buffer.from(JSON.stringify({ ...puzzle, number: solved?.number })).toString("base64");
  await guardSending(visitor, { client, puzzle: solution });
  await expect(guardSending(visitor, { client, puzzle: solution })).rejects.toThrow(NeedsPuzzle);
  await guardSending(visitor, { client: other, puzzle: "" });
  await guardSending(await makeAccount(), { client, puzzle: "" }); // the way round
});

test("an account has a limit of its own, wherever it comes from", async () => {
  const person = await makeAccount();
  for (let n = 0; n < limits.comment.tries; n++) await guardSending(person, { client: `network ${n}`, puzzle: "" });
  await expect(guardSending(person, { client: "network", puzzle: "" })).rejects.toThrow(TooMany);
  await guardSending(await makeAccount(), { client: "network", puzzle: "" });
});

test("a comment that is sent counts once, also beside its own statement, and beyond the limit nothing is written", async () => {
  await openStrategy("cornwall-scilly");
  const send = async (client: string, formId = newFormId()) => {
    const input = { ...(await typed("cornwall-scilly")), formId };
    const tokens = { token: randomSecret(), before: null };
    return startThread(visitor, "cornwall-scilly", 1, input, { client, puzzle: "", tokens });
  };
  const client = newFormId();
  const sent = await send(client);
  expect(sent).toMatchObject({ state: "held", hasBegun: true });
  expect(await db().session.count({ where: { participantId: sent.participantId } })).toBe(1);
  for (let n = 1; n < limits["network-comments"].tries; n++) await isWithinLimit("network-comments", client);
  const formId = newFormId();
  await expect(send(client, formId)).rejects.toThrow(NeedsPuzzle);
  expect(await db().comment.count({ where: { formId } })).toBe(0);
  await send(newFormId(), formId);
});
