import { z } from "zod";
import { checks } from "@/lib/moderation/checks/check.rules";
import { CaseKind } from "@/prisma/generated/enums";

/** How long cases have waited, or how little time is left. */
export const queueAges = ["today", "day", "three-days", "late"] as const;
/** Who has a case; "decided" are the person's own decisions. */
export const queueStates = ["free", "mine", "passed", "decided"] as const;
/** By lane and deadline, or by arrival. */
export const queueSorts = ["urgent", "oldest", "newest"] as const;

export type QueueAge = (typeof queueAges)[number];
export type QueueState = (typeof queueStates)[number];
export type QueueSort = (typeof queueSorts)[number];

const id = z.string().regex(/^[\w-]{1,80}$/);

/** The query of the queue's address. What it does not know counts as absent, as in an old bookmark. */
export const queueFilter = z.object({
  kind: z.enum(CaseKind).optional().catch(undefined),
  area: id.optional().catch(undefined),
  section: id.optional().catch(undefined),
  check: z
    .enum(checks.map(({ name }) => name))
    .optional()
    .catch(undefined),
  age: z.enum(queueAges).optional().catch(undefined),
  union: id.optional().catch(undefined),
  state: z.enum(queueStates).optional().catch(undefined),
  sort: z.enum(queueSorts).optional().catch(undefined),
  q: z
    .string()
    .transform((text) => text.replaceAll(/[\0\p{Surrogate}]/gu, "").trim())
    .pipe(z.string().min(1).max(100))
    .optional()
    .catch(undefined),
});
export type QueueFilter = z.infer<typeof queueFilter>;

/** A filter as a query, in a fixed order: "kind=check&sort=oldest". */
export function queueQuery(filter: QueueFilter & { after?: string }): string {
  const names = [...Object.keys(queueFilter.shape), "after"] as (keyof typeof filter)[];
  const given = names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []));
  return new URLSearchParams(given).toString();
}

/** The filter of a query, such as that of a saved view. */
export const parseQueueQuery = (query: string): QueueFilter =>
  queueFilter.parse(Object.fromEntries(new URLSearchParams(query)));
