import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { suppressedCountText, waitText } from "@/lib/moderation/decisions/transparency.rules";
import { formatNumber } from "@/lib/numbers";
import type { ModerationPart } from "@/lib/summaries/moderation.schema";

const reasonTitles: Record<string, { title: string } | undefined> = reasons;

/** The decisions on a strategy with their counts, as text. */
export const listDecisionRows = (content: ModerationPart): [name: string, count: string][] => [
  ["Waiting for a rep", suppressedCountText(content.held)],
  ["Published", formatNumber(content.published)],
  ["Sent back for changes", formatNumber(content.returned)],
  ["Not published", formatNumber(content.rejected)],
  ["Text masked", formatNumber(content.redacted)],
  ["Removed", formatNumber(content.removed)],
  ["Appeals upheld", suppressedCountText(content.appealsUpheld)],
];

/** The reasons for not publishing unchanged, with their counts, as text. */
export const listReasonRows = ({ reasons: counted }: ModerationPart): [name: string, count: string][] =>
  counted.map(({ code, count }) => [reasonTitles[code]?.title ?? code, suppressedCountText(count)]);

/** How long half of all comments waited; null where too few did. */
export function medianWaitText({ medianHours }: ModerationPart): string | null {
  if (medianHours === null) return null;
  return medianHours === 0
    ? "Half of all comments waited less than 1 hour."
    : `Half of all comments waited ${waitText(medianHours)} or less.`;
}
