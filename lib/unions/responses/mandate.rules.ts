import { formatDay } from "@/lib/dates";
import { countLabel, formatNumber } from "@/lib/numbers";
import type { MandateMethod } from "@/prisma/generated/enums";

/** The key of the part before all sections. */
export const openingPartKey = "opening";
/** The key of the mandate in the history of edits. */
export const mandatePartKey = "mandate";

export const mandateMethodLabels: Record<MandateMethod, string> = {
  ballot: "A ballot",
  survey: "A survey on the web or by email",
  paper: "Paper forms",
  meetings: "Meetings where members spoke",
  delegates: "Delegates, or a committee, spoke for members",
};

export type Mandate = {
  covers: string;
  /** Number of members. */
  consulted: number;
  tookPart: number;
  method: MandateMethod;
  from: Date;
  to: Date;
  minority: string;
};

/** A mandate as labelled texts, for the page and for comparing two mandates. */
export function mandateFacts(mandate: Mandate): [name: string, value: string][] {
  return [
    ["Who it covers", mandate.covers],
    ["How many were asked", countLabel(mandate.consulted, "member")],
    ["How many took part", `${formatNumber(mandate.tookPart)} (${participationText(mandate)})`],
    ["How they were asked", mandateMethodLabels[mandate.method]],
    ["When", `${formatDay(mandate.from)} to ${formatDay(mandate.to)}`],
    ["What the minority said", mandate.minority],
  ];
}

export const mandateText = (mandate: Mandate): string =>
  mandateFacts(mandate)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

/** To the nearest, but never "100 in 100" when somebody did not take part. */
function participationText({ consulted, tookPart }: Pick<Mandate, "consulted" | "tookPart">): string {
  const percent = (100 * tookPart) / consulted;
  if (percent < 1) return "fewer than 1 in 100";
  return `${tookPart < consulted ? Math.min(99, Math.round(percent)) : 100} in 100`;
}
