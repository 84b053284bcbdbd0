import { paths } from "@/lib/routes";

/**
 * The address of a case. `queue`: the query of the queue that the rep works through; `decided`: the case that they have
 * just decided, which the page confirms.
 */
export function caseUrl(id: string, { queue, decided }: { queue?: string; decided?: string }): string {
  const query = new URLSearchParams({ ...(queue !== undefined && { queue }), ...(decided && { decided }) });
  return query.size > 0 ? `${paths.case(id)}?${query}` : paths.case(id);
}

/** The queue, where no case of it is left. */
export const afterLastCase = (queue: string, decided: string): string =>
  `${paths.moderation}?${new URLSearchParams([...new URLSearchParams(queue), ["decided", decided]])}`;
