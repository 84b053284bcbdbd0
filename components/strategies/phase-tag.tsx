import { Tag } from "@/components/ui/tag";
import { isOpen, phaseWords } from "@/lib/strategies/strategy.rules";
import type { Phase } from "@/prisma/generated/enums";

/** Whether one may comment on a strategy here. */
export function PhaseTag({ phase, closesAt }: { phase: Phase; closesAt: Date | null }) {
  const now = new Date();
  return <Tag tone={isOpen({ phase, closesAt }, now) ? "good" : "plain"}>{phaseWords({ phase, closesAt }, now)}</Tag>;
}
