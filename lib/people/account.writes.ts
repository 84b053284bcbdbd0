import { keyedHash, seal } from "@/lib/security/encryption";

type EmailColumns = { emailIndex: Uint8Array<ArrayBuffer>; emailSealed: Uint8Array<ArrayBuffer> };

/** How an address is kept: an index that finds it, and the address itself, sealed. @param email as the schema gives it */
export function emailColumns(email: string): EmailColumns {
  return { emailIndex: keyedHash("email-index", email), emailSealed: seal("email", email) };
}
