import { afterAll, expect, test, vi } from "vitest";
import { startSession } from "@/lib/auth/session.commands";
import { refusedReactionTexts } from "@/lib/comments/reactions/reaction.rules";
import { db } from "@/lib/database/client";
import { clientHeader, limitSql } from "@/lib/security/rate-limit";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";
import { POST } from "./route";

const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers({ [clientHeader]: "client" }),
}));

const slug = "cornwall-scilly";
const database = await createTestDatabase();
afterAll(database.close);
await openStrategy(slug);
const { commentId, caseId } = await sendHeldComment(slug);
await decideAndMakeEdition(await makeRep(slug), caseId);

function react(headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ comment: commentId, value: "agree" });
  const url = `http://localhost:3000/strategies/${slug}/reactions`;
  return POST(new Request(url, { method: "POST", body, headers }), { params: Promise.resolve({ slug }) });
}
const script = { accept: "application/json" };

test("a reaction that a limit refuses gets the reason: in place for a script, else on the page that comes", async () => {
  const { accountId } = await makeAccount();
  jar.set("session", await startSession({ accountId: accountId ?? "" }, null));
  // the first makes them a participant, the second counts towards a participant's limit
  for (const _time of [1, 2]) expect(await (await react(script)).json()).toMatchObject({ value: "agree" });
  await db().rateLimit.updateMany({ data: { points: 1_000_000 } });
  expect(await (await react(script)).json()).toEqual({ message: refusedReactionTexts.limit });
  const ownPage = `/strategies/${slug}/react/${commentId}`;
  expect((await react()).headers.get("location")).toBe(`${ownPage}?because=limit`);
});

test("one of a busy network, without an account, leads to the page with the puzzle, which states why", async () => {
  const { id } = await db().participant.create({ data: { strategyId: slug, alias: "Reader 1" } });
  jar.set("session", await startSession({ participantId: id }, null));
  await db().rateLimit.deleteMany();
  await db().$queryRaw(limitSql("network-reactions", "client"));
  await db().rateLimit.updateMany({ data: { points: 1_000 } }); // of the network only
  expect(await (await react(script)).json()).toEqual({ goTo: `/strategies/${slug}/react/${commentId}?because=puzzle` });
});
