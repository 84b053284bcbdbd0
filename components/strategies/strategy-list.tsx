import { PhaseTag } from "@/components/strategies/phase-tag";
import { Tag } from "@/components/ui/tag";
import { formatMoment } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { statusText } from "@/lib/strategies/status.rules";
import { isOpenForComments } from "@/lib/strategies/strategy.rules";
import type { Phase } from "@/prisma/generated/enums";

type Item = {
  id: string;
  areaName: string;
  leadTitle: string;
  leadType: string;
  status: string;
  phase: Phase;
  closesAt: Date | null;
};

/** Strategies, each with its lead body, its status, and whether it takes comments. */
export function StrategyList({ strategies }: { strategies: Item[] }) {
  return (
    <ul className="grid gap-x-10 sm:grid-cols-2">
      {strategies.map(({ id, areaName, leadTitle, leadType, status, phase, closesAt }) => (
        <li key={id} className="border-t border-line py-4">
          <h3 className="text-xl leading-snug">
            <a href={paths.strategy(id)} className="link inline-block py-1">
              {areaName}
            </a>
          </h3>
          <p className="mb-2 text-muted">
            Led by{" "}
            {leadType === "mayor" ? `the mayor, through the ${leadTitle}` : `the ${leadTitle.replace(/^The /, "")}`}
            {closesAt && isOpenForComments({ phase, closesAt }, new Date()) && `. Closes at ${formatMoment(closesAt)}`}.
          </p>
          <p className="flex flex-wrap gap-2">
            <PhaseTag phase={phase} closesAt={closesAt} />
            <Tag>{statusText(status).label}</Tag>
          </p>
        </li>
      ))}
    </ul>
  );
}
