import { recordEvent } from "@/lib/audit/record.writes";
import { addressOf, provesSecondFactor, trustedAddress } from "@/lib/auth/providers/provider.rules";
import type { Claims, Provider } from "@/lib/auth/providers/provider.schema";
import { homeOf } from "@/lib/auth/sign-in.rules";
import { db, type Tx } from "@/lib/database/client";
import { keptAddress } from "@/lib/people/account.writes";
import { keyedHash } from "@/lib/security/encryption";

export type CameBy = { accountId: string; home: string; isProved: boolean };

/**
 * Opens the account of whoever signed in at a provider; it is found by issuer and subject, of which we keep a keyed
 * hash. The first time it is a new one, or the one with an address that the provider may speak for.
 */
export async function openByProvider(provider: Provider, claims: Claims): Promise<CameBy> {
  const subjectIndex = keyedHash("identity", `${claims.iss}|${claims.sub}`);
  return db().$transaction(async (tx) => {
    // one at a time for each subject, so that two at once open one account
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(encode(${subjectIndex}, 'hex'), 0))`;
    const known = await tx.identity.findUnique({ where: { subjectIndex }, select: { accountId: true } });
    const accountId = known?.accountId ?? (await newIdentity(tx, provider, claims, subjectIndex));
    const grants = await tx.grant.findMany({ where: { accountId, endedAt: null }, select: { role: true } });
    // when a participant came is nobody's business
    if (grants.length) await recordEvent(tx, { deed: "people.signIn", accountId, subject: `account:${accountId}` });
    return { accountId, home: homeOf(grants.map(({ role }) => role)), isProved: provesSecondFactor(provider, claims) };
  });
}

async function newIdentity(
  tx: Tx,
  provider: Provider,
  claims: Claims,
  subjectIndex: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const accountId = await accountFor(tx, trustedAddress(provider, claims), addressOf(claims));
  await tx.identity.create({ data: { accountId, provider: provider.id, subjectIndex } });
  return accountId;
}

/** An address that nobody vouches for is kept to write to, and never finds an account. */
async function accountFor(tx: Tx, trusted: string | null, address: string | null): Promise<string> {
  if (trusted) {
    const kept = keptAddress(trusted);
    const where = { emailIndex: kept.emailIndex };
    return (await tx.account.upsert({ where, create: kept, update: {}, select: { id: true } })).id;
  }
  const emailSealed = address ? keptAddress(address).emailSealed : null;
  return (await tx.account.create({ data: { emailSealed }, select: { id: true } })).id;
}
