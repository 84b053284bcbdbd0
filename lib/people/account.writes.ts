import { keyedHash, seal } from "@/lib/security/encryption";

type KeptAddress = { emailIndex: Uint8Array<ArrayBuffer>; emailSealed: Uint8Array<ArrayBuffer> };

/** How an address is kept: an index that finds it, and the address itself, sealed. @param email as the schema gives it */
export function keptAddress(email: string): KeptAddress {
  return { emailIndex: keyedHash("email-index", email), emailSealed: seal("email", email) };
}
