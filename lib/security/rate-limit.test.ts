import { afterAll, describe, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { clientKey, deleteExpiredRateLimits, isWithinLimit } from "@/lib/security/rate-limit";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

describe("clientKey", () => {
  test("contains no address, and changes daily", () => {
    const today = clientKey("192.0.2.7", "2026-11-24");
    expect(today).toMatch(/^[0-9a-f]{64}$/);
    expect(clientKey("192.0.2.7", "2026-11-25")).not.toBe(today);
    expect(clientKey("192.0.2.8", "2026-11-24")).not.toBe(today);
  });

  test.each([
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:0:1::5", "2001:db8:0:1:ffff:1:2:3"],
    ["2001:0db8::1", "2001:db8:0:0:9:9:9:9"],
    ["fe80::1%eth0", "fe80::2"],
    ["::1", "::2"],
  ])("%s and %s are one", (one, other) => expect(clientKey(one)).toBe(clientKey(other)));

  test("differs for another network", () =>
    expect(clientKey("2001:db8:0:1::5")).not.toBe(clientKey("2001:db8:0:2::5")));
});

test("of twenty attempts at once ten are allowed, and nobody else is limited", async () => {
  const tries = await Promise.all(Array.from({ length: 20 }, () => isWithinLimit("receipt-client", "one")));
  expect(tries.filter(Boolean)).toHaveLength(10);
  expect(await isWithinLimit("receipt-client", "two")).toBe(true);
  expect(await isWithinLimit("sign-in-client", "one")).toBe(true);
});

test("an ended window starts again, or is deleted", async () => {
  const stored = await db().rateLimit.findFirstOrThrow({ where: { points: 20 } });
  expect(stored.endsAt.getTime() - Date.now()).toBeGreaterThan(14 * 60_000);
  expect(stored.endsAt.getTime() - Date.now()).toBeLessThan(15 * 60_000 + 1000);
  await db().rateLimit.updateMany({ data: { endsAt: new Date(Date.now() - 1000) } });
  expect(await isWithinLimit("receipt-client", "one")).toBe(true);
  expect(await deleteExpiredRateLimits()).toBe(2);
  expect(await db().rateLimit.findMany({ select: { points: true } })).toEqual([{ points: 1 }]);
});
