import { z } from "zod";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { type DocumentLoss, importKinds } from "@/lib/strategies/documents/parsed-document";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";

/** The stored columns of a document that waits. */
export const storedImport = z.object({
  kind: z.enum(importKinds),
  bytes: z.instanceof(Uint8Array),
  losses: z.array(z.object({ message: z.string(), place: z.string() })),
});

/** What is lost of the document that waits for this person; null when none waits, or they may not write the draft. */
export async function listWaitingLosses(person: Person, strategyId: string): Promise<DocumentLoss[] | null> {
  const { accountId } = person;
  if (!accountId || !(await getDraft(person, strategyId))) return null;
  const where = { strategyId_accountId: { strategyId, accountId } };
  const row = await db().documentImport.findUnique({ where, select: { losses: true } });
  return row && storedImport.shape.losses.parse(row.losses);
}
