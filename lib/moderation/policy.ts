import { isRepFor, type Person } from "@/lib/people/policy";

/** What the guards look at; `isOwn` says that the person wrote the comment. */
export type CaseFacts = { leadBodyId: string; isOwn: boolean };

/** Whether a person may see a case at all: reps of its area. */
export function canSeeCase(person: Person, { leadBodyId }: { leadBodyId: string }): boolean {
  return isRepFor(person, leadBodyId);
}

/** Why a person who sees the case may not decide it; null when they may. */
export function whyNotDecide(person: Person, facts: CaseFacts): string | null {
  if (!canSeeCase(person, facts)) return "This case is not in your area.";
  if (facts.isOwn) return "You wrote this comment, so another rep decides.";
  return null;
}
