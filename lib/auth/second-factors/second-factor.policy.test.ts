import { expect, test } from "vitest";
import {
  canAddFactor,
  canAskReset,
  canConfirmReset,
  canMakeCodes,
  canRemoveFactor,
  type Staff,
} from "@/lib/auth/second-factors/second-factor.policy";
import { visitor } from "@/lib/people/person.policy";

const half: Staff = { sessionId: "s", accountId: "a", label: "Rep", grants: [], isHalf: true };
const whole: Staff = { ...half, isHalf: false };
const none = { passkeys: 0, authenticators: 0, codes: 0 };
const one = { ...none, passkeys: 1 };
const two = { ...one, authenticators: 1 };

test("before the second step, only the first way may be added, and nothing taken off", () => {
  expect([none, one, two].map((factors) => canAddFactor(half, factors))).toEqual([true, false, false]);
  expect([none, one, two].map((factors) => canRemoveFactor(half, factors))).toEqual([false, false, false]);
  expect([none, one, two].map((factors) => canMakeCodes(half, factors))).toEqual([false, false, false]);
  // codes alone are no way in that others may be added beside
  expect(canAddFactor(half, { ...none, codes: 10 })).toBe(true);
});

test("after it, ways may be added, and taken off down to the last", () => {
  expect([none, one, two].map((factors) => canAddFactor(whole, factors))).toEqual([true, true, true]);
  expect([none, one, two].map((factors) => canRemoveFactor(whole, factors))).toEqual([false, false, true]);
  expect([none, one, two].map((factors) => canMakeCodes(whole, factors))).toEqual([false, true, true]);
});

test("a reset takes two admins, and neither is the one whom it is about", () => {
  const admin = (accountId: string) => ({
    ...visitor,
    accountId,
    grants: [{ role: "admin" as const, bodyId: null, unionId: null }],
  });
  const rep = { ...admin("r"), grants: [{ role: "rep" as const, bodyId: "b", unionId: "u" }] };
  const reset = { accountId: "lost", askedById: "first" };
  expect([admin("first"), admin("lost"), rep, visitor].map((who) => canAskReset(who, "lost"))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(
    [admin("first"), admin("second"), admin("lost"), rep, visitor].map((who) => canConfirmReset(who, reset)),
  ).toEqual([false, true, false, false, false]);
});
