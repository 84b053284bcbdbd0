import { NextRequest } from "next/server";
import { afterAll, expect, test, vi } from "vitest";
import { startSession } from "@/lib/auth/session.commands";
import { refusedReactionTexts } from "@/lib/comments/reactions/reaction.rules";
import { db } from "@/lib/database/client";
import { clientHeader, limitSql } from "@/lib/security/rate-limit";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";
import { POST } from "./route";

// the server calls this route without Next, where neither of these is there
vi.mock("next/headers", () => ({
  cookies: async () => expect.unreachable(),
  headers: async () => expect.unreachable(),
}));

let session = "";
const slug = "cornwall-scilly";
const database = await createTestDatabase();
afterAll(database.close);
await openStrategy(slug);
const { commentId, caseId } = await sendHeldComment(slug);
await decideAndMakeEdition(await makeRep(slug), caseId);

function react(headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ comment: commentId, value: "agree" });
  const url = `http://localhost:3000/strategies/${slug}/reactions`;
  const own = { [clientHeader]: "client", cookie: `session=${session}` };
  const request = new NextRequest(url, { method: "POST", body, headers: { ...own, ...headers } });
  return POST(request, { params: Promise.resolve({ slug }) });
}
const script = { accept: "application/json" };

test("a reaction that a limit refuses gets the reason: in place for a script, else on the page that comes", async () => {
  const { accountId } = await makeAccount();
  session = await startSession({ accountId: accountId ?? "" }, null);
  // the first makes them a participant, the second counts towards a participant's limit
  for (const _time of [1, 2]) expect(await (await react(script)).json()).toMatchObject({ value: "agree" });
  await db().rateLimit.updateMany({ data: { points: 1_000_000 } });
  expect(await (await react(script)).json()).toEqual({ message: refusedReactionTexts.limit });
  const ownPage = `/strategies/${slug}/react/${commentId}`;
  expect((await react()).headers.get("location")).toBe(`${ownPage}?because=limit`);
});

test("one of a busy network, without an account, leads to the page with the puzzle, which states why", async () => {
  const { id } = await db().participant.create({ data: { strategyId: slug, alias: "Reader 1" } });
  session = await startSession({ participantId: id }, null);
  await db().rateLimit.deleteMany();
  await db().$queryRaw(limitSql("network-reactions", "client"));
  await db().rateLimit.updateMany({ data: { points: 1_000 } }); // of the network only
  expect(await (await react(script)).json()).toEqual({ goTo: `/strategies/${slug}/react/${commentId}?because=puzzle` });
});

test("without a script it leads back to the comment; who is not signed in goes to their own page of it first", async () => {
  const { accountId } = await makeAccount();
  session = await startSession({ accountId: accountId ?? "" }, null);
  const from = `http://localhost:3000/strategies/${slug}/threads/x?sort=newest`;
  const answered = await react({ referer: from });
  expect([answered.status, answered.headers.get("location")]).toEqual([
    303,
    `/strategies/${slug}/threads/x?sort=newest#answered-${commentId}`,
  ]);
  expect(await db().reaction.count({ where: { commentId, value: "agree" } })).toBeGreaterThan(0);
  session = "unknown";
  expect((await react({ referer: from })).headers.get("location")).toBe(`/strategies/${slug}/react/${commentId}`);
});
