import type { Check, CheckInput, CheckMatch } from "@/lib/moderation/checks/check";
import { distress } from "@/lib/moderation/checks/distress";
import { flood } from "@/lib/moderation/checks/flood";
import { identifying } from "@/lib/moderation/checks/identifying";
import { links } from "@/lib/moderation/checks/links";
import { newParticipant } from "@/lib/moderation/checks/new-participant";
import { profanity } from "@/lib/moderation/checks/profanity";
import { repeated } from "@/lib/moderation/checks/repeated";

/** The checks, in the order in which they run. */
export const checks: readonly Check[] = [identifying, repeated, links, profanity, distress, newParticipant, flood];

/** An operator's settings of one check in one strategy. */
export type CheckSetting = { check: string; isEnabled: boolean; thresholds: Record<string, number> };
export type CheckHit = CheckMatch & { check: string; version: number };

/** All hits of the enabled checks in a comment, in the order of the checks. */
export function runChecks(comment: CheckInput, settings: readonly CheckSetting[] = []): CheckHit[] {
  return checks.flatMap(({ name, version, thresholds, find }) => {
    const setting = settings.find(({ check }) => check === name);
    if (setting && !setting.isEnabled) return [];
    const matches = find(comment, { ...thresholds, ...setting?.thresholds });
    return matches.map((match) => ({ ...match, check: name, version }));
  });
}

/** Whether a comment is held for a rep where comments are published at once. */
export const shouldHoldComment = (hits: readonly CheckHit[]): boolean =>
  hits.some(({ check: checkName }) => checks.some(({ name, shouldHold }) => name === checkName && shouldHold));

/** The text that reps see for a hit. */
export const checkLabel = (checkName: string): string =>
  checks.find(({ name }) => name === checkName)?.label ?? checkName;

/** The text without case, spacing and punctuation, to compare texts that differ only in these. */
export const normaliseText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
