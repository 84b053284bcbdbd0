import type { ReactNode } from "react";
import { summaryPartAnchor } from "@/components/summaries/summary-part";
import {
  coverageGapsText,
  listOverviewFacts,
  type OverviewFact,
  type OverviewProgress,
} from "@/lib/summaries/overview/overview.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = {
  about: string | null;
  summary: Summary;
  progress: OverviewProgress | null;
  /** Below the facts. */
  children?: ReactNode;
};

/** The first screen: who took part, how much, how far they agree, what is answered. */
export function Overview({ about, summary, progress, children }: Props) {
  const { strategy, scope } = summary;
  // people of a strategy are counted under its LEPs, in the table of places
  const anchors: Record<OverviewFact["id"], string> = {
    people: summaryPartAnchor(scope.lepId === null ? "counts" : "coverage"),
    comments: summaryPartAnchor("counts"),
    agreement: summaryPartAnchor("opinion"),
    answers: `answers-${strategy.id}`,
  };
  return (
    <section aria-labelledby="in-short" className="my-6">
      <h2 id="in-short" className="mb-2 text-2xl">
        At a glance
      </h2>
      <ul className="grid gap-4 min-[380px]:grid-cols-2 lg:grid-cols-4 print:grid-cols-4">
        {listOverviewFacts(summary, about, progress).map(({ id, label, value, more }) => (
          <li key={id} className="border-brand border-t-4 pt-1">
            <a className="link flex min-h-11 items-center print:min-h-0" href={`#${anchors[id]}`}>
              {label}
            </a>
            <p className="font-bold text-xl/snug">{value} </p>
            <p className="text-base/snug">{more}</p>
          </li>
        ))}
      </ul>
      {children}
      {scope.lepId !== null && (
        <p className="measure">
          <a className="link font-semibold" href={`#${summaryPartAnchor("coverageGaps")}`}>
            Too few to show
          </a>
          : {coverageGapsText(summary)}
        </p>
      )}
    </section>
  );
}
