import type { Person } from "@/lib/people/person.policy";
import type { Phase } from "@/prisma/generated/enums";

/** Why no new version can be started; null when one can. */
export const whyCannotStartVersion = ({ phase }: { phase: Phase }): string | null =>
  phase === "archived" ? "This strategy is read-only." : null;

export type DraftFacts = { editedById: string; checkedById: string | null; missing: readonly string[] };

/** Why this person cannot check a draft; null when they can. */
export function whyCannotCheckDraft(person: Person, draft: DraftFacts): string | null {
  if (draft.checkedById) return "It is checked.";
  if (draft.missing.length > 0) return "Something is missing. See the list above.";
  if (draft.editedById === person.accountId) return "You changed it last, so another person must check it.";
  return null;
}

/** Why a draft cannot be opened; null when it can. */
export function whyCannotOpenDraft(draft: DraftFacts): string | null {
  if (draft.missing.length > 0) return "Something is missing. See the list above.";
  if (!draft.checkedById) return "A second person must check it first.";
  return null;
}
