import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { StrategyFacts } from "@/lib/strategies/strategy.queries";

// Why nothing can be sent, beside what was typed, and whom else to write to.

export function RemovedSectionNotice({ slug, title }: { slug: string; title: string | null }) {
  return (
    <>
      <p className="mb-4">
        The latest version of the strategy does not have {title ? `“${title}”` : "this section"} any more. You can move
        what you wrote to another section.
      </p>
      <p>
        <TextLink href={paths.strategy(slug)}>Choose another section</TextLink>
      </p>
    </>
  );
}

type ClosedProps = {
  strategy: Pick<StrategyFacts, "phase" | "closesAt" | "leadTitle" | "areaName">;
  backUrl: string;
  backLabel: string;
};

export function ClosedNotice({ strategy: { phase, closesAt, leadTitle, areaName }, backUrl, backLabel }: ClosedProps) {
  const isOver = phase !== "open" || closesAt !== null;
  return (
    <>
      {isOver && (
        <p className="mb-4">
          {closesAt && closesAt <= new Date() && `It closed on ${formatDay(closesAt)}. `}You can still write to{" "}
          {leadTitle}, which leads the strategy for {areaName}, or ask your union rep to pass it on. If you write to
          them, they see who you are.
        </p>
      )}
      <p>
        <TextLink href={backUrl}>Go back to “{backLabel}”</TextLink>
      </p>
    </>
  );
}
