import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import type { DistrictRole, Phase } from "@/prisma/generated/enums";

/** The phases in which only officers and admins see a strategy. */
export const hiddenPhases: Phase[] = ["draft", "checked"];

export type LeadBody = { isCounted: boolean; hasMayor: boolean };

/** Whether comments count under the lead body; not where LEPs take part beside a mayor. */
export const isCountedUnderLead = (lead: LeadBody, takingPart: readonly unknown[]) =>
  lead.isCounted && !(lead.hasMayor && takingPart.length > 0);

/** Whether people in a district with this role may comment on the strategy. */
export const acceptsCommentsFrom = (role: DistrictRole) => role !== "former_lep_area";

export const isOpenForComments = (strategy: { phase: Phase; closesAt: Date | null }, now: Date) =>
  whyCannotComment(strategy, now) === null;

/** The label of the phase tag. */
export function phaseLabel(strategy: { phase: Phase; closesAt: Date | null }, now: Date): string {
  if (isOpenForComments(strategy, now)) return "Open for comments";
  if (strategy.phase === "draft") return "Being written";
  if (strategy.phase === "checked") return "Checked, not open yet";
  return strategy.phase === "open" || strategy.phase === "closed" ? "Closed" : "Read only";
}
