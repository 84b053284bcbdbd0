import { afterAll, expect, test } from "vitest";
import { startThread } from "@/lib/comments/submission.commands";
import { db } from "@/lib/database/client";
import { ProofOfWorkRequired, RateLimited } from "@/lib/errors";
import { visitor } from "@/lib/people/person.policy";
import { newFormId, plainHash, randomSecret } from "@/lib/security/encryption";
import { makePuzzle } from "@/lib/security/proof-of-work";
import { isWithinLimit, limits } from "@/lib/security/rate-limit";
import { enforceSubmissionLimit } from "@/lib/security/submission-limit";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeCommentInput, openStrategy } from "@/scripts/test/factories";
import { encodeSolution, solvePuzzle } from "@/scripts/test/solve-puzzle";

const database = await createTestDatabase();
afterAll(database.close);

test("people without an account on one network can send 120 in a quarter of an hour; then each comment takes a puzzle", async () => {
  const [client, other] = [newFormId(), newFormId()];
  for (let n = 0; n < limits["network-comments"].tries; n++)
    await enforceSubmissionLimit(visitor, { client, puzzle: "" });
  for (const puzzle of ["", "e30=", "x".repeat(2_000)])
    await expect(enforceSubmissionLimit(visitor, { client, puzzle })).rejects.toThrow(ProofOfWorkRequired);
  const attempts = limits["network-comments"].tries + 4; // each that is refused counts too
  const refused = enforceSubmissionLimit(visitor, { client, puzzle: "" });
  await expect(refused).rejects.toMatchObject({ overuse: attempts / limits["network-comments"].tries });
  const solution = encodeSolution(await solvePuzzle(await makePuzzle()));
  await enforceSubmissionLimit(visitor, { client, puzzle: solution });
  await expect(enforceSubmissionLimit(visitor, { client, puzzle: solution })).rejects.toThrow(ProofOfWorkRequired);
  await enforceSubmissionLimit(visitor, { client: other, puzzle: "" });
  await enforceSubmissionLimit(await makeAccount(), { client, puzzle: "" }); // an account is not affected
});

test("40 new people on one network can send their first comment; then each takes a puzzle, and those known go on", async () => {
  const newcomer = { accountId: null, isNew: true };
  const sender = { client: newFormId(), puzzle: "" };
  for (let n = 0; n < limits["network-receipts"].tries; n++) await enforceSubmissionLimit(newcomer, sender);
  await expect(enforceSubmissionLimit(newcomer, sender)).rejects.toThrow(ProofOfWorkRequired);
  await enforceSubmissionLimit({ accountId: null }, sender);
});

test("an account has its own limit on every network", async () => {
  const person = await makeAccount();
  for (let n = 0; n < limits.comment.tries; n++)
    await enforceSubmissionLimit(person, { client: `network ${n}`, puzzle: "" });
  await expect(enforceSubmissionLimit(person, { client: "network", puzzle: "" })).rejects.toThrow(RateLimited);
  await enforceSubmissionLimit(await makeAccount(), { client: "network", puzzle: "" });
});

test("a submission counts once, also inside its own statement, and beyond the limit nothing is written", async () => {
  await openStrategy("cornwall-scilly");
  const send = async (client: string, formId = newFormId()) => {
    const input = { ...(await makeCommentInput("cornwall-scilly")), formId };
    const tokens = { token: randomSecret(), previousToken: null };
    return startThread(visitor, "cornwall-scilly", 1, input, { client, puzzle: "", tokens });
  };
  const client = newFormId();
  const sent = await send(client);
  expect(sent).toMatchObject({ state: "held", hasStartedSession: true });
  expect(await db().session.count({ where: { participantId: sent.participantId } })).toBe(1);
  for (let n = 1; n < limits["network-receipts"].tries; n++) await isWithinLimit("network-receipts", client);
  const formId = newFormId();
  await expect(send(client, formId)).rejects.toThrow(ProofOfWorkRequired);
  expect(await db().comment.count({ where: { formHash: plainHash(formId) } })).toBe(0);
  await send(newFormId(), formId);
});
