import { addDays, endOfDay, isoDay } from "@/lib/dates";
import type { CaseKind, CaseLane } from "@/prisma/generated/enums";

/** Days within which a case must be decided. */
export const daysToDecide: Record<CaseKind, number> = {
  pre_moderation: 3,
  check: 3,
  report: 3,
  illegal: 1,
  appeal: 7,
  sanction_appeal: 7,
  second_look: 14,
};

/** Cases of these kinds ask for a second opinion, which nobody gives who decided on the comment before. */
export const secondOpinionKinds: readonly CaseKind[] = ["appeal", "sanction_appeal", "second_look"];
export const isSecondOpinion = (kind: CaseKind): boolean => secondOpinionKinds.includes(kind);

/** The lane of a case: a second opinion on a text is no reason for haste, since a rep has read it. */
export function caseLane(kind: CaseKind, isSomebodyInDanger: boolean): CaseLane {
  if (kind === "illegal") return "illegal";
  return isSomebodyInDanger && !isSecondOpinion(kind) ? "danger" : "ordinary";
}

const hoursWhereSomebodyIsAtRisk = 4;

/**
 * The deadline of a case, by which queues are sorted. Second looks are all due at the end of a day: sorted by the
 * hour, they would show the order of the decisions.
 */
export function dueAt(kind: CaseKind, openedAt: Date, isAtRisk = false): Date {
  if (kind === "second_look") return endOfDay(addDays(isoDay(openedAt), daysToDecide[kind]));
  const hours = isAtRisk ? hoursWhereSomebodyIsAtRisk : daysToDecide[kind] * 24;
  return new Date(openedAt.getTime() + hours * 60 * 60 * 1000);
}

/** Milliseconds that a claim lasts. */
export const claimDuration = 10 * 60_000;

/** Milliseconds between renewals of a claim while the rep goes on reading. */
export const claimRenewalInterval = 4 * 60_000;
