import { expect, test } from "vitest";
import {
  canAddFactor,
  canConfirmFactorReset,
  canMakeRecoveryCodes,
  canRemoveFactor,
  canRequestFactorReset,
} from "@/lib/auth/second-factors/second-factor.policy";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { visitor } from "@/lib/people/person.policy";

const person = { sessionId: "s", accountId: "a", label: "Rep", grants: [] };
const pending: StaffSession = { ...person, isStepUpPending: true, isProofFresh: false };
const complete: StaffSession = { ...pending, isStepUpPending: false, isProofFresh: true };
const stale: StaffSession = { ...complete, isProofFresh: false };
const none = { passkeys: 0, authenticators: 0, codes: 0 };
const one = { ...none, passkeys: 1 };
const two = { ...one, authenticators: 1 };

test("before the second step only a first factor may be added, and none removed", () => {
  expect([none, one, two].map((factors) => canAddFactor(pending, factors))).toEqual([true, false, false]);
  expect([none, one, two].map((factors) => canRemoveFactor(pending, factors))).toEqual([false, false, false]);
  expect([none, one, two].map((factors) => canMakeRecoveryCodes(pending, factors))).toEqual([false, false, false]);
  // recovery codes alone do not count as a factor
  expect(canAddFactor(pending, { ...none, codes: 10 })).toBe(true);
});

test("after the second step factors may be added, and removed down to the last", () => {
  expect([none, one, two].map((factors) => canAddFactor(complete, factors))).toEqual([true, true, true]);
  expect([none, one, two].map((factors) => canRemoveFactor(complete, factors))).toEqual([false, false, true]);
  expect([none, one, two].map((factors) => canMakeRecoveryCodes(complete, factors))).toEqual([false, true, true]);
});

test("with a factor, nothing changes without fresh proof", () => {
  expect([none, one, two].map((factors) => canAddFactor(stale, factors))).toEqual([true, false, false]);
  expect([none, one, two].map((factors) => canRemoveFactor(stale, factors))).toEqual([false, false, false]);
  expect([none, one, two].map((factors) => canMakeRecoveryCodes(stale, factors))).toEqual([false, false, false]);
});

test("a reset takes two admins, neither of whom it is about", () => {
  const admin = (accountId: string) => ({
    ...visitor,
    accountId,
    grants: [{ role: "admin" as const, bodyId: null, unionId: null }],
  });
  const rep = { ...admin("r"), grants: [{ role: "rep" as const, bodyId: "b", unionId: "u" }] };
  const reset = { accountId: "lost", requestedById: "first" };
  expect([admin("first"), admin("lost"), rep, visitor].map((person) => canRequestFactorReset(person, "lost"))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(
    [admin("first"), admin("second"), admin("lost"), rep, visitor].map((person) =>
      canConfirmFactorReset(person, reset),
    ),
  ).toEqual([false, true, false, false, false]);
});
