import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const run = promisify(execFile);
const makeEditionOf = async (strategyId: string) =>
  (await run(process.execPath, ["--import", "tsx", "scripts/ops.ts", "edition", strategyId])).stdout;

test("an operator makes an edition now, and everybody sees what was ready", async () => {
  await openStrategy("cornwall-scilly");
  const rep = await makeRep("cornwall-scilly");
  const { caseId, commentId } = await sendHeldComment("cornwall-scilly");
  await decideCase(rep, caseId, publishDecision);
  const readState = async () => (await db().comment.findUniqueOrThrow({ where: { id: commentId } })).state;
  expect(await readState()).toBe("ready");
  expect(await makeEditionOf("cornwall-scilly")).toBe("Made edition 1 of cornwall-scilly.\n");
  expect(await readState()).toBe("published");
});
