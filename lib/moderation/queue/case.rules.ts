import type { CaseKind } from "@/prisma/generated/enums";

/** Days in which a case is to be decided. */
const daysToDecide: Record<CaseKind, number> = {
  pre_moderation: 3,
  check: 3,
  report: 3,
  illegal: 1,
  appeal: 7,
  sanction_appeal: 7,
  second_look: 14,
};

/** Whether such a case asks for a second opinion: nobody who decided on the comment before gives it. */
export const isSecondOpinion = (kind: CaseKind): boolean =>
  kind === "appeal" || kind === "sanction_appeal" || kind === "second_look";

/** When a case that opened then is to be decided by. */
export function dueAt(kind: CaseKind, openedAt: Date): Date {
  return new Date(openedAt.getTime() + daysToDecide[kind] * 24 * 60 * 60 * 1000);
}

/** Milliseconds that a claim lasts. */
export const claimDuration = 10 * 60_000;

/** Milliseconds after which it is renewed while the rep goes on reading. */
export const claimRenewalInterval = 4 * 60_000;
