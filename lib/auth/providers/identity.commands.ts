import { claimedAddress, provesSecondFactor, trustedAddress } from "@/lib/auth/providers/provider.rules";
import type { Claims, Provider } from "@/lib/auth/providers/provider.schema";
import { homePathFor } from "@/lib/auth/sign-in.rules";
import { recordSignIn } from "@/lib/auth/sign-in.writes";
import { db, type Tx } from "@/lib/database/client";
import { emailColumns, findOrCreateAccount } from "@/lib/people/account.writes";
import { keyedHash } from "@/lib/security/encryption";

export type ProviderAccount = { accountId: string; homePath: string; isSecondFactorVerified: boolean };

/**
 * The account of somebody who signed in at a provider, found by a keyed hash of issuer and subject. The first time it
 * is a new account, or the existing account of an address that the provider may vouch for.
 */
export async function findOrCreateProviderAccount(provider: Provider, claims: Claims): Promise<ProviderAccount> {
  const subjectIndex = keyedHash("identity", `${claims.iss}|${claims.sub}`);
  return db().$transaction(async (tx) => {
    // one at a time for each subject, so that two sign-ins at once create one account
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(encode(${subjectIndex}, 'hex'), 0))`;
    const identity = await tx.identity.findUnique({ where: { subjectIndex }, select: { accountId: true } });
    const accountId = identity?.accountId ?? (await createIdentity(tx, provider, claims, subjectIndex));
    return {
      accountId,
      homePath: homePathFor(await recordSignIn(tx, accountId)),
      isSecondFactorVerified: provesSecondFactor(provider, claims),
    };
  });
}

async function createIdentity(
  tx: Tx,
  provider: Provider,
  claims: Claims,
  subjectIndex: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const accountId = await openAccount(tx, trustedAddress(provider, claims), claimedAddress(claims));
  await tx.identity.create({ data: { accountId, provider: provider.id, subjectIndex } });
  return accountId;
}

/** An address that the provider may not vouch for is stored for mails, and never finds an account. */
async function openAccount(tx: Tx, trusted: string | null, claimed: string | null): Promise<string> {
  if (trusted) return findOrCreateAccount(tx, emailColumns(trusted));
  const emailSealed = claimed ? emailColumns(claimed).emailSealed : null;
  return (await tx.account.create({ data: { emailSealed }, select: { id: true } })).id;
}
