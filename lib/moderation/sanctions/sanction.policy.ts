import { formatDay } from "@/lib/dates";
import type { CaseFacts } from "@/lib/moderation/decisions/decision.policy";
import { whyCannotDecide } from "@/lib/moderation/decisions/decision.policy";
import { isPublishable } from "@/lib/moderation/decisions/transition.rules";
import { isSecondOpinion } from "@/lib/moderation/queue/case.rules";
import { isInForce, type SanctionFacts } from "@/lib/moderation/sanctions/sanction.rules";
import type { Person } from "@/lib/people/person.policy";
import { type CommentSource, type ModerationMode, SanctionKind } from "@/prisma/generated/enums";

/**
 * Why a participant may not write text for others (comments, replies, revisions, reports); null when they may. Reactions,
 * withdrawing, erasing and appealing are never barred.
 */
export function whyCannotWrite(sanctions: readonly SanctionFacts[], now: Date): string | null {
  const active = sanctions.filter((one) => isInForce(one, now));
  const suspension = active.find(({ kind }) => kind === "suspension");
  if (suspension?.endsAt)
    return `A rep has suspended you on this strategy until ${formatDay(suspension.endsAt)}. See “My comments” for the reason, and how to appeal.`;
  if (active.some(({ kind }) => kind === "warning"))
    return "A rep has sent you a warning. Read it on “My comments” first, then you can write again.";
  return null;
}

/** Whether a sanction holds a participant's comments for a rep where the strategy publishes first. */
export const isPreModerated = (sanctions: readonly SanctionFacts[], now: Date): boolean =>
  sanctions.some((one) => one.kind === "pre_moderation" && isInForce(one, now));

/** The facts that decide who may impose a sanction, beside those of a decision. */
export type SanctionCaseFacts = CaseFacts & {
  isRedacted: boolean;
  source: CommentSource;
  mode: ModerationMode;
  /** The comment has led to a sanction that is not lifted. */
  isSanctioned: boolean;
};

/** Why a rep may impose no sanction for a case's comment; null when they may. */
export function whyCannotSanction(person: Person, facts: SanctionCaseFacts): string | null {
  if (isSecondOpinion(facts.kind)) return "You can only sanction after the first decision, not after an appeal.";
  const refusal = whyCannotDecide(person, facts);
  if (refusal) return refusal;
  if (facts.source !== "participant") return "This comment was recorded by a rep, so there is nobody to sanction.";
  const { commentState, isRedacted } = facts;
  const isAtFault = commentState === "rejected" || commentState === "removed";
  if (!isAtFault && !(isPublishable(commentState) && isRedacted))
    return "Only a comment that was rejected, masked or removed can lead to a sanction.";
  return facts.isSanctioned ? "There is already a sanction for this comment." : null;
}

/** The sanctions that this person may impose now. */
export function allowedSanctions(person: Person, facts: SanctionCaseFacts): SanctionKind[] {
  if (whyCannotSanction(person, facts)) return [];
  return Object.values(SanctionKind).filter((kind) => kind !== "pre_moderation" || facts.mode === "after");
}
