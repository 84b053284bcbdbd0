import { keyedHash } from "@/lib/security/encryption";
import { sealFor, unsealFrom } from "@/lib/security/sealed-columns";

// Whoever steals the database must not learn whose session it is: its time of last use would show who wrote the comment
// of that minute (docs/decisions/0214). Staff, who have no alias, are named.

/** By which the sessions of an account without a role are found. */
export const sessionOwnerIndex = (accountId: string) => keyedHash("session-owner", accountId);

/** The account of a session without a role, sealed. */
export function sealSessionOwner(accountId: string) {
  const ownerIndex = sessionOwnerIndex(accountId);
  return { ownerSealed: sealFor("sessions.ownerSealed", toHex(ownerIndex), accountId), ownerIndex };
}

/** @returns the account. @throws when it belongs to another session, or the key is wrong */
export const unsealSessionOwner = (ownerSealed: Uint8Array, ownerIndex: Uint8Array): string =>
  unsealFrom("sessions.ownerSealed", toHex(ownerIndex), ownerSealed);

const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** A filter for all sessions of an account. */
export const sessionsOf = (accountId: string) => ({
  OR: [{ accountId }, { ownerIndex: sessionOwnerIndex(accountId) }],
});
