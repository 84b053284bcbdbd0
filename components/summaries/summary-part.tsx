import type { ReactNode } from "react";
import type { SummaryScope } from "@/lib/summaries/scope.rules";

/** The parts of a summary in page order. `anchor`: the fragment of its address; `title`: its heading. */
const summaryParts = {
  coverageGaps: { anchor: "unheard", title: "Who is missing, or too few to show" },
  counts: { anchor: "said", title: "Comments" },
  opinion: { anchor: "stand", title: "Opinion groups" },
  coverage: { anchor: "heard", title: "Who took part" },
  quotations: { anchor: "words", title: "Quotations" },
  responses: { anchor: "unions", title: "Union responses" },
  moderation: { anchor: "moderated", title: "Moderation" },
} as const;
export type SummaryPartId = keyof typeof summaryParts;

/** Must never change: links on other sites and feeds use it. */
export const summaryPartAnchor = (id: SummaryPartId) => summaryParts[id].anchor;

/** One part under its heading. */
export function SummaryPart({ id, children }: { id: SummaryPartId; children: ReactNode }) {
  const { anchor, title } = summaryParts[id];
  return (
    <section aria-labelledby={anchor} className="mt-12 print:mt-6">
      <h2 id={anchor} className="mb-3 text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

/**
 * The parts on a page. Moderation is counted for the entire strategy, so a subject has none; people are counted by LEP, so
 * a strategy has no coverage of its own.
 */
export function listPartIds(subject: object | null, scope: SummaryScope): SummaryPartId[] {
  const absent: SummaryPartId[] = [
    ...(subject ? (["moderation"] as const) : []),
    ...(scope.lepId === null ? (["coverageGaps", "coverage"] as const) : []),
  ];
  return (Object.keys(summaryParts) as SummaryPartId[]).filter((id) => !absent.includes(id));
}
