import { cutText } from "@/lib/characters";
import type { Stance } from "@/prisma/generated/enums";

/** The stance of a comment, as others see it. */
export const stanceLabels: Record<Stance, string> = {
  for: "For",
  neutral: "Neither for nor against",
  against: "Against",
};
/** Of a comment without a stance. */
export const noStanceLabel = "No view given";
export const stances = Object.keys(stanceLabels) as Stance[];

/** What the optional fields of a comment are folded under. */
export const optionalSummary = "Theme and workplace (optional)";

/** The stances as options for the author. */
export const ownStanceLabels: Record<Stance, string> = {
  for: "I am for what it says",
  neutral: "Neither for nor against",
  against: "I am against what it says",
};

/**
 * The LEP under which a comment counts: that of the workplace, or the only one of the strategy. Null when the
 * strategy has several LEPs and no workplace was given: we do not guess.
 */
export function lepForComment(strategyLeps: readonly string[], districtLeps: readonly string[] | null): string | null {
  if (districtLeps) return districtLeps[0] ?? null;
  return strategyLeps.length === 1 ? (strategyLeps[0] ?? null) : null;
}

/** The boundaries on which a district belongs to the strategy: the newer where both do. */
export const boundaryVintage = (district: { on2017: boolean; on2021: boolean }): string =>
  district.on2021 ? "2021" : "2017";

/** The text of a cursor: week and id of the last comment shown. */
export const formatCommentCursor = (week: Date, id: string): string => `${week.toISOString().slice(0, 10)}.${id}`;

/** The start of a text, on one line, cut between words where that is possible. @param maxLength in UTF-16 units */
export function excerptOf(text: string, maxLength = 140): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= maxLength) return line;
  const cut = cutText(line, maxLength);
  const gap = cut.lastIndexOf(" ");
  return `${gap > maxLength / 2 ? cut.slice(0, gap) : cut}…`;
}
