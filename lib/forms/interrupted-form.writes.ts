import type { Tx } from "@/lib/database/client";
import { formOwner, ownerHash } from "@/lib/forms/submitted-form";

type Owner = { accountId?: string; participantId?: string };

/** Deletes what these people typed into forms that could not be taken. */
export async function deleteInterruptedForms(tx: Tx, owners: Owner[]): Promise<void> {
  const hashes = owners.flatMap((owner) => ownerHash(formOwner(owner)) ?? []);
  if (hashes.length > 0) await tx.interruptedForm.deleteMany({ where: { owner: { in: hashes } } });
}
