import type { Phase } from "@/prisma/generated/enums";

export type ConsultationFacts = { phase: Phase; closesAt: Date | null; hasCompletedAnswers: boolean };

/** Why a strategy cannot be closed for comments now; null when it can. */
export function whyCannotClose(
  { phase, closesAt }: Pick<ConsultationFacts, "phase" | "closesAt">,
  now: Date,
): string | null {
  if (phase !== "open") return "It is not open.";
  return closesAt && closesAt <= now ? "It has already closed." : null;
}

/**
 * Why the closing day cannot be moved; null when it can. A closed strategy can reopen until its answers are complete.
 */
export function whyCannotExtend({ phase, hasCompletedAnswers }: ConsultationFacts): string | null {
  if (phase !== "open" && phase !== "closed") return "It is not open.";
  return hasCompletedAnswers ? "Its answers are complete, so it is closed to comments." : null;
}
