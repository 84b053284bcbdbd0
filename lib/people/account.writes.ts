import type { Tx } from "@/lib/database/client";
import { keyedHash, newId } from "@/lib/security/encryption";
import { sealFor } from "@/lib/security/sealed-columns";

type EmailColumns = { id: string; emailIndex: Uint8Array<ArrayBuffer>; emailSealed: Uint8Array<ArrayBuffer> };

/**
 * The columns that store an account's address: an index to find it, and the address, sealed for the row with this id.
 * @param email as the schema returns it
 */
export function emailColumns(email: string, id = newId()): EmailColumns {
  return { id, emailIndex: emailIndexOf(email), emailSealed: sealFor("accounts.emailSealed", id, email) };
}

/** The index by which an address is found. @param email as the schema returns it */
export const emailIndexOf = (email: string) => keyedHash("email-index", email);

/**
 * The account of an address, created if there is none. Since it selects no relation, Prisma uses ON CONFLICT, and two
 * requests at once get the same account.
 * @param label how colleagues see the person; left out, it is not changed
 * @returns its id
 */
export async function findOrCreateAccount(tx: Tx, address: EmailColumns, label?: string): Promise<string> {
  const { id } = await tx.account.upsert({
    where: { emailIndex: address.emailIndex },
    create: { ...address, label },
    update: { label },
    select: { id: true },
  });
  return id;
}
