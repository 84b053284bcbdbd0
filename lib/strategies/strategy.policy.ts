import { isAdmin, isOfficerOf, type Person } from "@/lib/people/person.policy";
import type { Phase } from "@/prisma/generated/enums";

/** Why nobody can comment on a strategy now, as a sentence for people; null when they can. */
export function whyCannotComment(strategy: { phase: Phase; closesAt: Date | null }, now: Date): string | null {
  if (strategy.phase === "open" && (!strategy.closesAt || now < strategy.closesAt)) return null;
  if (strategy.phase === "open" || strategy.phase === "closed") return "This strategy has closed for comments.";
  if (strategy.phase === "archived") return "This strategy is read-only.";
  return "This strategy is not open for comments here.";
}

/**
 * Whether this person may write a strategy's versions and run its consultation: officers of the lead body, and admins.
 */
export const canManageStrategy = (person: Person, strategy: { leadBodyId: string }) =>
  isAdmin(person) || isOfficerOf(person, strategy.leadBodyId);
