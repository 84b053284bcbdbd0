import { recordEvent } from "@/lib/audit/record.writes";
import { canAskReset, canConfirmReset } from "@/lib/auth/second-factors/second-factor.policy";
import { resetLasts } from "@/lib/auth/second-factors/second-factor.rules";
import { db } from "@/lib/database/client";
import { Conflict, NotFound } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";

/**
 * One admin asks that somebody may set up their second step anew. It stands for a day. Asked twice, the first stands.
 * @throws NotFound (not an admin, about themselves, or nobody with a role)
 */
export async function askReset(person: Person, accountId: string, now = new Date()): Promise<void> {
  const askedById = person.accountId;
  if (!askedById || !canAskReset(person, accountId)) throw new NotFound();
  await db().$transaction(async (tx) => {
    const isStaff = await tx.grant.count({ where: { accountId, endedAt: null } });
    if (isStaff === 0) throw new NotFound();
    await tx.factorReset.deleteMany({ where: { accountId, endsAt: { lte: now } } });
    const endsAt = new Date(now.getTime() + resetLasts);
    const { count } = await tx.factorReset.createMany({
      data: [{ accountId, askedById, endsAt }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordEvent(tx, { deed: "people.askFactorReset", accountId: askedById, subject: `account:${accountId}` });
  });
}

/**
 * A second admin confirms it: all ways and all sessions of that person end, and at their next sign-in they set up a
 * second step anew.
 * @throws NotFound (not there, too late, or not this admin's to confirm), Conflict (somebody else just did)
 */
export async function confirmReset(person: Person, id: string, now = new Date()): Promise<void> {
  await db().$transaction(async (tx) => {
    const reset = await tx.factorReset.findFirst({ where: { id, endsAt: { gt: now } } });
    if (!reset || !canConfirmReset(person, reset)) throw new NotFound();
    const { accountId, askedById } = reset;
    const { count } = await tx.factorReset.deleteMany({ where: { id } });
    if (count === 0) throw new Conflict("Another admin confirmed this a moment ago.");
    // whoever asked may have lost their role since
    const isStill = await tx.grant.count({ where: { accountId: askedById, role: "admin", endedAt: null } });
    if (isStill === 0) throw new NotFound();
    const own = { where: { accountId } };
    await tx.passkey.deleteMany(own);
    await tx.authenticator.deleteMany(own);
    await tx.recoveryCode.deleteMany(own);
    await tx.session.deleteMany(own);
    const details = { askedBy: askedById };
    const subject = `account:${accountId}`;
    await recordEvent(tx, { deed: "people.resetFactors", accountId: person.accountId, subject, details });
  });
}

/** Takes back what was asked: any admin but the one whom it is about. @throws NotFound */
export async function dropReset(person: Person, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const reset = await tx.factorReset.findUnique({ where: { id } });
    if (!reset || !canAskReset(person, reset.accountId)) throw new NotFound();
    const { count } = await tx.factorReset.deleteMany({ where: { id } });
    if (count === 0) throw new NotFound();
    const subject = `account:${reset.accountId}`;
    await recordEvent(tx, { deed: "people.dropFactorReset", accountId: person.accountId, subject });
  });
}
