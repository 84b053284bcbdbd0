import type { Check, CheckInput, CheckMatch } from "@/lib/moderation/checks/check";
import { distress } from "@/lib/moderation/checks/distress";
import { flood } from "@/lib/moderation/checks/flood";
import { identifying } from "@/lib/moderation/checks/identifying";
import { links } from "@/lib/moderation/checks/links";
import { newParticipant } from "@/lib/moderation/checks/new-participant";
import { profanity } from "@/lib/moderation/checks/profanity";
import { repeated } from "@/lib/moderation/checks/repeated";

/** The checks, in the order in which they look. */
export const checks: readonly Check[] = [identifying, repeated, links, profanity, distress, newParticipant, flood];

/** What an operator set for one check in one strategy. */
export type CheckSetting = { check: string; isEnabled: boolean; thresholds: Record<string, number> };
export type CheckHit = CheckMatch & { check: string; version: number };

/** All that the checks which are on find in a comment, in order. */
export function runChecks(comment: CheckInput, settings: readonly CheckSetting[] = []): CheckHit[] {
  return checks.flatMap(({ name, version, thresholds, find }) => {
    const setting = settings.find(({ check }) => check === name);
    if (setting && !setting.isEnabled) return [];
    const matches = find(comment, { ...thresholds, ...setting?.thresholds });
    return matches.map((match) => ({ ...match, check: name, version }));
  });
}

/** Whether a rep looks first, where comments are published at once. */
export const shouldHoldComment = (hits: readonly CheckHit[]): boolean =>
  hits.some(({ check: checkName }) => checks.some(({ name, shouldHold }) => name === checkName && shouldHold));

/** What a rep reads of a hit. */
export const checkLabel = (checkName: string): string =>
  checks.find(({ name }) => name === checkName)?.label ?? checkName;

/** The words without case, spacing and marks: the same for texts that only look different. */
export const normaliseText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
