import { Secret, TOTP } from "otpauth";
import { afterAll, expect, test } from "vitest";
import { addAuthenticator, verifyAuthenticatorCode } from "@/lib/auth/second-factors/authenticator.commands";
import { getAuthenticatorSetup } from "@/lib/auth/second-factors/authenticator.queries";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { resumeSession, startSession } from "@/lib/auth/session.commands";
import { requestSignIn } from "@/lib/auth/sign-in.commands";
import { getSignInLinkState } from "@/lib/auth/sign-in.queries";
import { db } from "@/lib/database/client";
import { claimCase } from "@/lib/moderation/queue/claim.commands";
import { plainHash, randomSecret } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";
import { atTime } from "@/scripts/test/clock";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

// The machine's clock ran two days ahead for a while and was corrected: rows written meanwhile are dated in the future.
const database = await createTestDatabase();
afterAll(database.close);

const now = new Date();
const days = (count: number) => new Date(now.getTime() + count * 24 * 3600_000);
const seconds = (count: number) => new Date(now.getTime() + count * 1000);
const resumeAt = (token: string, moment: Date) => atTime(moment, () => resumeSession(token));

test("a session from before the jump is expired during it, and one started during it is expired afterwards", async () => {
  const { accountId } = await makeAccount();
  const before = await startSession({ accountId: accountId ?? "" }, null, now);
  expect(await resumeAt(before, days(2))).toBeNull();
  expect(await resumeAt(before, seconds(60))).not.toBeNull(); // the clock was put right
  const meanwhile = await startSession({ accountId: accountId ?? "" }, null, days(2));
  expect(await resumeAt(meanwhile, days(2))).not.toBeNull();
  expect(await resumeAt(meanwhile, now)).toBeNull();
  const elsewhere = await startSession({ accountId: accountId ?? "" }, null, seconds(30)); // another machine's clock
  expect(await resumeAt(elsewhere, now)).not.toBeNull();
});

test("a session used during the jump stays live afterwards, and still ends an hour after its last use", async () => {
  const { accountId } = await makeAccount();
  const token = await startSession({ accountId: accountId ?? "" }, null, now);
  await db().session.updateMany({ where: { accountId }, data: { seenAt: days(2) } });
  expect(await resumeAt(token, seconds(60))).not.toBeNull();
  expect(await resumeAt(token, seconds(60 + 61 * 60))).toBeNull();
});

test("a sign-in link made during the jump does not stay valid for two days", async () => {
  const browserToken = randomSecret();
  await requestSignIn({ email: "jump@example.org", browserToken, returnTo: null, client: "jump" });
  const token = randomSecret();
  const linkHash = plainHash(token);
  await db().signInRequest.updateMany({ data: { linkHash, endsAt: seconds(590) } });
  expect(await getSignInLinkState(token, browserToken)).toBe("here");
  await db().signInRequest.updateMany({ data: { endsAt: days(2) } });
  expect(await getSignInLinkState(token, browserToken)).toBe("expired");
});

test("a claim made during the jump does not block other reps", async () => {
  const strategyId = "cornwall-scilly";
  await openStrategy(strategyId);
  const { caseId } = await sendHeldComment(strategyId);
  const [one, other] = [await makeRep(strategyId), await makeRep(strategyId)];
  expect(await claimCase(one, caseId, days(2))).toBe(true);
  expect(await claimCase(other, caseId, days(2))).toBe(false);
  expect(await claimCase(other, caseId, now)).toBe(true);
  expect(await claimCase(one, caseId, seconds(11 * 60))).toBe(true);
});

test("a code used during the jump does not lock its owner out afterwards", async () => {
  const { accountId, grants } = await makeRep("cornwall-scilly");
  const session = async () => {
    await startSession({ accountId: accountId ?? "" }, null);
    const { id } = await db().session.findFirstOrThrow({ where: { accountId, steppedUpAt: null } });
    return {
      sessionId: id,
      accountId: accountId ?? "",
      label: "Rep",
      grants,
      isStepUpPending: true,
      isProofFresh: false,
    } satisfies StaffSession;
  };
  const first = await session();
  const app = new TOTP({ secret: Secret.fromBase32(getAuthenticatorSetup(first).manualKey) });
  const codeAt = (moment: Date) => app.generate({ timestamp: moment.getTime() });
  await addAuthenticator(first, codeAt(days(2)), days(2));
  const result = await verifyAuthenticatorCode(await session(), codeAt(now), now);
  expect(result).toHaveProperty("token");
  expect(await verifyAuthenticatorCode(await session(), codeAt(now), now)).toBe("wrong"); // a code works once
});

test("a rate limit counted during the jump does not outlast its window", async () => {
  for (let tries = 0; tries < 10; tries++) await isWithinLimit("receipt-client", "jump");
  expect(await isWithinLimit("receipt-client", "jump")).toBe(false);
  await db().rateLimit.updateMany({ data: { endsAt: days(2) } });
  expect(await isWithinLimit("receipt-client", "jump")).toBe(true);
});
