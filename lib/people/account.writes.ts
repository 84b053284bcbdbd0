import type { Tx } from "@/lib/database/client";
import { keyedHash, seal } from "@/lib/security/encryption";

type EmailColumns = { emailIndex: Uint8Array<ArrayBuffer>; emailSealed: Uint8Array<ArrayBuffer> };

/**
 * The columns that store an address: an index to find it, and the sealed address.
 * @param email as the schema returns it
 */
export function emailColumns(email: string): EmailColumns {
  return { emailIndex: keyedHash("email-index", email), emailSealed: seal("email", email) };
}

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
