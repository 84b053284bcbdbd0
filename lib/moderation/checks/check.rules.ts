import type { Check, Checked, Found } from "@/lib/moderation/checks/check";
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
export type Setting = { check: string; isOn: boolean; tuning: Record<string, number> };
export type Hit = Found & { rule: string; version: number };

/** All that the checks which are on find in a comment, in order. */
export function runChecks(comment: Checked, settings: readonly Setting[] = []): Hit[] {
  return checks.flatMap(({ name, version, tuning, find }) => {
    const setting = settings.find(({ check }) => check === name);
    if (setting && !setting.isOn) return [];
    const found = find(comment, { ...tuning, ...setting?.tuning });
    return found.map((place) => ({ ...place, rule: name, version }));
  });
}

/** Whether a rep looks first, where comments are published at once. */
export const holdsBack = (hits: readonly Hit[]): boolean =>
  hits.some(({ rule }) => checks.some(({ name, holds }) => name === rule && holds));

/** What a rep reads of a hit. */
export const checkWords = (rule: string): string => checks.find(({ name }) => name === rule)?.words ?? rule;

/** The words without case, spacing and marks: the same for texts that only look different. */
export const sameWordsOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
