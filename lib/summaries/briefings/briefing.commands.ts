import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx } from "@/lib/database/client";
import { dateOf } from "@/lib/dates";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { isOfficerOf, type Person } from "@/lib/people/person.policy";
import { canShareBriefing, canUseBriefing } from "@/lib/summaries/briefings/briefing.policy";
import type { BriefingInput, BriefingScope } from "@/lib/summaries/briefings/briefing.schema";

/** How many briefings the officers of a body may have. */
export const maxBriefings = 200;

/**
 * Starts a briefing.
 * @returns its id
 * @throws NotFound (not an officer of the body, or nothing is summed up there), RuleViolation (the body has too many)
 */
export async function createBriefing(
  person: Person,
  { body: bodyId, lep: lepId }: BriefingScope,
  input: BriefingInput,
  now = new Date(),
): Promise<string> {
  const { accountId } = person;
  if (!accountId || !isOfficerOf(person, bodyId)) throw new NotFound();
  return db().$transaction(async (tx) => {
    if (!(await tx.body.count({ where: { id: lepId, isCounted: true } }))) throw new NotFound();
    await tx.$executeRaw`SELECT FROM bodies WHERE id = ${bodyId} FOR UPDATE`; // counted one at a time
    if ((await tx.briefing.count({ where: { bodyId } })) >= maxBriefings)
      throw new RuleViolation(`Your body has ${maxBriefings} briefings. Delete one that you no longer need.`);
    const editor = { authorId: accountId, editedById: accountId, editedOn: dateOf(now) };
    const { id } = await tx.briefing.create({ data: { bodyId, lepId, ...input, ...editor }, select: { id: true } });
    return id;
  });
}

/**
 * Saves a briefing over the version that the page showed. A colleague's form cannot change who sees it.
 * @throws NotFound, Conflict (somebody saved it since)
 */
export async function saveBriefing(
  person: Person,
  id: string,
  version: number,
  { isShared, ...input }: BriefingInput,
  now = new Date(),
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, briefing } = await requireBriefing(tx, person, id);
    const sharing = canShareBriefing(person, briefing) ? { isShared } : {};
    const { count } = await tx.briefing.updateMany({
      where: { id, version },
      data: { ...input, ...sharing, editedById: accountId, editedOn: dateOf(now), version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("A colleague saved this briefing while you were writing.");
  });
}

/** @throws NotFound (also when it is deleted already) */
export async function deleteBriefing(person: Person, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, briefing } = await requireBriefing(tx, person, id);
    await tx.briefing.delete({ where: { id } });
    const details = { body: briefing.bodyId };
    await recordAuditEvent(tx, { action: "briefings.delete", accountId, subject: `briefing:${id}`, details });
  });
}

async function requireBriefing(tx: Tx, person: Person, id: string) {
  const briefing = await tx.briefing.findUnique({
    where: { id },
    select: { bodyId: true, authorId: true, isShared: true },
  });
  if (!person.accountId || !briefing || !canUseBriefing(person, briefing)) throw new NotFound();
  return { accountId: person.accountId, briefing };
}
