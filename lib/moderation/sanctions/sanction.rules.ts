import type { ModerationAction, SanctionKind } from "@/prisma/generated/enums";

/** What says whether a sanction is in force. */
export type SanctionFacts = {
  kind: SanctionKind;
  endsAt: Date | null;
  acknowledgedAt: Date | null;
  liftedAt: Date | null;
};

/** The action by which each stands on the record. */
export const sanctionActions = {
  warning: "warn",
  pre_moderation: "pre_moderate",
  suspension: "suspend",
} as const satisfies Record<SanctionKind, ModerationAction>;

/** For how many days a rep may suspend somebody, or have what they write wait. */
export const sanctionDays = [3, 7, 28] as const;
const day = 24 * 60 * 60 * 1000;

/** When a sanction ends by itself; null for a warning, which ends when it was read. */
export const sanctionEnd = (kind: SanctionKind, days: number, imposedAt: Date): Date | null =>
  kind === "warning" ? null : new Date(imposedAt.getTime() + days * day);

/** Whether it holds now: not lifted, not over, and a warning not yet read. */
export function isInForce({ kind, endsAt, acknowledgedAt, liftedAt }: SanctionFacts, now: Date): boolean {
  if (liftedAt) return false;
  return kind === "warning" ? acknowledgedAt === null : endsAt !== null && now < endsAt;
}
