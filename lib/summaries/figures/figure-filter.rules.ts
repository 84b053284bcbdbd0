import { paths } from "@/lib/routes";
import type { FigureFilter } from "@/lib/summaries/figures/figure-filter.schema";
import { noPlace, type SummaryScope } from "@/lib/summaries/scope.rules";

/** The address of the page that lists exactly the comments that a figure counts. */
export function figurePath(scope: SummaryScope, filter: FigureFilter = {}, after: string | null = null): string {
  const place = scope.lepId === noPlace ? { place: "none" } : { lep: scope.lepId };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...place, ...filter, after }))
    if (value !== null && value !== undefined) query.set(name, String(value));
  return `${paths.figureComments(scope.strategyId)}${query.size > 0 ? `?${query}` : ""}`;
}

/** The same for the comments that start a thread. */
export const threadsPath = (scope: SummaryScope, filter: FigureFilter = {}): string =>
  figurePath(scope, { ...filter, only: "first" });
