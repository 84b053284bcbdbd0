import type { Tx } from "@/lib/database/client";
import { keyedHash, seal } from "@/lib/security/encryption";

type EmailColumns = { emailIndex: Uint8Array<ArrayBuffer>; emailSealed: Uint8Array<ArrayBuffer> };

/** The columns that store an address: the index that finds it, and the sealed address. @param email as the schema gives it */
export function emailColumns(email: string): EmailColumns {
  return { emailIndex: keyedHash("email-index", email), emailSealed: seal("email", email) };
}

/**
 * The account of an address, created if there is none. It selects no relation, so that Prisma writes one ON CONFLICT
 * statement, and two requests at once get the same account.
 * @param label for colleagues; left out, the account keeps its own
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
