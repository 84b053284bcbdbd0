import type { Check, CheckInput, CheckMatch } from "@/lib/moderation/checks/check";
import { distress } from "@/lib/moderation/checks/distress";
import { flood } from "@/lib/moderation/checks/flood";
import { findHarm } from "@/lib/moderation/checks/harm-rules";
import { hate } from "@/lib/moderation/checks/hate";
import { identifying } from "@/lib/moderation/checks/identifying";
import { links } from "@/lib/moderation/checks/links";
import { newParticipant } from "@/lib/moderation/checks/new-participant";
import { profanity } from "@/lib/moderation/checks/profanity";
import { repeated } from "@/lib/moderation/checks/repeated";
import { selfHarm } from "@/lib/moderation/checks/self-harm";
import { threat } from "@/lib/moderation/checks/threat";

/** The checks, in the order in which they run. */
export const checks: readonly Check[] = [
  selfHarm,
  threat,
  hate,
  identifying,
  repeated,
  links,
  profanity,
  distress,
  newParticipant,
  flood,
];

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

const hasHit = (hits: readonly { check: string }[], ...names: string[]): boolean =>
  hits.some(({ check }) => names.includes(check));

/** Whether the text may distress a rep, who sees it blurred until they open it. */
export const isDistressing = (hits: readonly { check: string }[]): boolean => hasHit(hits, "distress", "self-harm");

/** Whether somebody may be at risk of harming themselves: a rep decides that case before others. */
export const isAtRisk = (hits: readonly { check: string }[]): boolean => hasHit(hits, "self-harm");

/** Whether somebody may be in danger: at risk of harming themselves, or threatened. */
export const isInDanger = (hits: readonly { check: string }[]): boolean => hasHit(hits, "self-harm", "threat");

/** Whether somebody may be at risk of harming themselves, by a text alone, to show its author where help is. */
export const mentionsRisk = (text: string): boolean => findHarm("self-harm", text).length > 0;

/** What the checks found in a comment, as reps see it, each once and in the order of the checks. */
export const describeHits = (hits: readonly { check: string }[]): string[] =>
  checks.filter(({ name }) => hasHit(hits, name)).map(({ label }) => label);

/** The text that reps see for a hit. */
export const checkLabel = (checkName: string): string =>
  checks.find(({ name }) => name === checkName)?.label ?? checkName;

/**
 * The text without case, spacing and punctuation, to compare texts that differ only in these. One without letters and
 * numbers, such as an emoji, is compared as it is: else all of those would be the same text.
 */
export function normaliseText(text: string): string {
  const compared = text.normalize("NFKC").toLowerCase();
  const letters = compared.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return letters || compared.replace(/\s+/gu, " ").trim();
}
