import { formatDay, formatMonth } from "@/lib/dates";

export type StatusText = { label: string; meaning: string };

const statuses: Record<string, StatusText> = {
  published_agreed: {
    label: "Published and agreed",
    meaning: "The strategy is finished. The government agreed to it and published it.",
  },
  published_locally: {
    label: "Published by the area",
    meaning: "The area finished and published the strategy without the government’s agreement.",
  },
  submitted_to_government: {
    label: "Sent to the government",
    meaning: "The area wrote the strategy and sent it to the government. We could not find a final version.",
  },
  locally_approved: {
    label: "Approved in the area",
    meaning: "The area’s leaders agreed the strategy. We could not find a final version.",
  },
  draft: { label: "Draft", meaning: "A first version was written. It was not final." },
  draft_priorities: {
    label: "Draft priorities",
    meaning: "The area set out its priorities. It had not yet written the strategy.",
  },
  consultation: {
    label: "Consultation held",
    meaning: "The area asked people for ideas. We could not find a strategy written after that.",
  },
  approach_published: {
    label: "Approach published",
    meaning: "The area said how it would write its strategy. We could not find a strategy written after that.",
  },
  evidence_base_published: {
    label: "Evidence published",
    meaning: "The area published evidence for a strategy. We could not find a strategy written after that.",
  },
  in_development: {
    label: "Being written",
    meaning: "The area was working on it. We could not find a published strategy, but there may be one.",
  },
};

/** The label and the meaning of a strategy's status; an unknown status is shown unchanged. */
export const statusText = (status: string): StatusText =>
  statuses[status] ?? { label: status.replaceAll("_", " "), meaning: "We do not know any more." };

export const knownStatuses = Object.keys(statuses);

/** A source's date ("2019-05-16", "2020-03", with text around it) as people write it. */
export function sourceDateText(sourceDate: string): string {
  return sourceDate
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDay(new Date(day)))
    .replace(/\b\d{4}-(0[1-9]|1[0-2])\b/g, (month) => formatMonth(new Date(month)))
    .replace(/\b(\d{4})-(\d{4})\b/g, "$1 to $2")
    .replace(/\b(\d{2})(\d{2})-(\d{2})\b/g, "$1$2 to $1$3")
    .replace(/\brecalled as /g, "to be confirmed: ");
}
