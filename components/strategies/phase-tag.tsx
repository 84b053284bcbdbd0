import { Tag } from "@/components/ui/tag";
import { isOpenForComments, phaseLabel } from "@/lib/strategies/strategy.rules";
import type { Phase } from "@/prisma/generated/enums";

/** A strategy's phase, and until when it takes comments. */
export function PhaseTag({ phase, closesAt }: { phase: Phase; closesAt: Date | null }) {
  const now = new Date();
  return (
    <Tag tone={isOpenForComments({ phase, closesAt }, now) ? "good" : "plain"}>
      {phaseLabel({ phase, closesAt }, now)}
    </Tag>
  );
}
