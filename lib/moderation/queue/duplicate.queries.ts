import { db } from "@/lib/database/client";
import { visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import type { Person } from "@/lib/people/person.policy";
import type { CaseKind } from "@/prisma/generated/enums";

/** Selects other open cases of the same kind with the same text. */
function duplicatesOf(target: {
  id: string;
  kind: CaseKind;
  strategyId: string;
  normalisedTextHash: Uint8Array<ArrayBuffer>;
}) {
  const { id, kind, strategyId, normalisedTextHash } = target;
  return { strategyId, kind, normalisedTextHash, state: "open", id: { not: id } } as const;
}

/** Other open cases of this kind with the same text, in the same strategy, that this person may see; 100 at most. */
export async function listDuplicates(person: Person, id: string): Promise<{ id: string; version: number }[]> {
  const found = await db().case.findFirst({
    where: { id, ...visibleCasesWhere(person) },
    select: { id: true, kind: true, strategyId: true, normalisedTextHash: true },
  });
  if (!found?.normalisedTextHash) return [];
  const rows = await db().case.findMany({
    where: {
      AND: [duplicatesOf({ ...found, normalisedTextHash: found.normalisedTextHash }), visibleCasesWhere(person)],
    },
    take: 100,
    select: { id: true, comment: { select: { version: true } } },
  });
  return rows.map(({ id: other, comment }) => ({ id: other, version: comment.version }));
}
