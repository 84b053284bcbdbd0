import type { ModerationAction, SanctionKind } from "@/prisma/generated/enums";

/** The facts that decide whether a sanction is in force. */
export type SanctionFacts = {
  kind: SanctionKind;
  endsAt: Date | null;
  acknowledgedAt: Date | null;
  liftedAt: Date | null;
};

/** The action by which each kind is recorded in the chain. */
export const sanctionActions = {
  warning: "warn",
  pre_moderation: "pre_moderate",
  suspension: "suspend",
} as const satisfies Record<SanctionKind, ModerationAction>;

/** Days that a suspension or a pre-moderation may last. */
export const sanctionDays = [3, 7, 28] as const;
const day = 24 * 60 * 60 * 1000;

/** The end of a sanction; null for a warning, which ends when it is acknowledged. */
export const sanctionEnd = (kind: SanctionKind, days: number, imposedAt: Date): Date | null =>
  kind === "warning" ? null : new Date(imposedAt.getTime() + days * day);

/** Whether a sanction is in force: not lifted, not over and, if a warning, not acknowledged. */
export function isInForce({ kind, endsAt, acknowledgedAt, liftedAt }: SanctionFacts, now: Date): boolean {
  if (liftedAt) return false;
  return kind === "warning" ? acknowledgedAt === null : endsAt !== null && now < endsAt;
}
