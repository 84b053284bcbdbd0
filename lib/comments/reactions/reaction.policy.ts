import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import type { Phase } from "@/prisma/generated/enums";

export const consentNeeded = "You withdrew your consent. Agree again on “Your data”, then react.";

type ReactionContext = { strategy: { phase: Phase; closesAt: Date | null }; isOwn: boolean };

/** Why a person may not react to a published comment, to be shown to them; null when they may. */
export function whyCannotReact({ strategy, isOwn }: ReactionContext, now: Date): string | null {
  if (whyCannotComment(strategy, now)) return "This strategy has closed, so you can no longer react to comments.";
  if (isOwn) return "You wrote this comment, so you cannot react to it.";
  return null;
}
