import { bodyTitle } from "@/lib/areas/body.rules";
import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { canCheckFacts, correctsFor } from "@/lib/strategies/facts/fact-correction.policy";
import { getFactArea } from "@/lib/strategies/facts/fact-correction.queries";
import type { FactCheckInput, FactCorrectionInput } from "@/lib/strategies/facts/fact-correction.schema";

/** How many corrections of one person may wait at a time. */
const maxOpen = 20;

/**
 * Stores the correction of a fact about an area by a body or a union. It shows once an admin has checked it.
 * @throws NotFound (no such body, or the person is of no body and no union), RuleViolation (the same is waiting, or too many)
 */
export async function correctFact(person: Person, bodyId: string, input: FactCorrectionInput): Promise<void> {
  const { accountId } = person;
  const area = await getFactArea(bodyId);
  const sender = area && correctsFor(person, area.bodyIds);
  if (!accountId || !sender) throw new NotFound();
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`correct fact ${accountId}`}))`;
    const waiting = { sentById: accountId, state: "open" as const };
    if ((await tx.factCorrection.count({ where: { ...waiting, bodyId, text: input.text } })) > 0)
      throw new RuleViolation("You have already sent this. An admin will check it.", "text");
    if ((await tx.factCorrection.count({ where: waiting })) >= maxOpen)
      throw new RuleViolation(`${maxOpen} corrections from you are waiting. Wait until an admin has checked some.`);
    const sentFor = await senderName(tx, sender);
    const { id } = await tx.factCorrection.create({ data: { bodyId, ...input, sentFor, sentById: accountId } });
    await recordAuditEvent(tx, { action: "facts.correct", accountId, subject: `fact:${id}` });
  });
}

async function senderName(tx: Tx, sender: { bodyId: string } | { unionId: string }): Promise<string> {
  if ("unionId" in sender)
    return (await tx.union.findUniqueOrThrow({ where: { id: sender.unionId }, select: { name: true } })).name;
  const select = { name: true, kind: { select: { short: true } } };
  return bodyTitle(await tx.body.findUniqueOrThrow({ where: { id: sender.bodyId }, select }));
}

/**
 * Accepts or rejects a correction, once. An accepted one shows on the pages of the area at once.
 * @throws NotFound (not an admin, or no such correction), Conflict (a colleague was first)
 */
export async function checkFact(person: Person, id: string, { decision, reply }: FactCheckInput): Promise<void> {
  const { accountId } = person;
  const correction = canCheckFacts(person)
    ? await db().factCorrection.findUnique({ where: { id }, select: { bodyId: true } })
    : null;
  const area = correction && (await getFactArea(correction.bodyId));
  if (!area) throw new NotFound();
  await db().$transaction(async (tx) => {
    const { count } = await tx.factCorrection.updateMany({
      where: { id, state: "open" },
      data: { state: decision, reply, checkedById: accountId, checkedAt: new Date() },
    });
    if (count === 0) throw new Conflict("A colleague has already checked this correction. Nothing was saved.");
    await recordAuditEvent(tx, { action: "facts.check", accountId, subject: `fact:${id}`, details: { decision } });
    if (decision === "accepted")
      await invalidateTags(tx, `body:${area.id}`, ...area.strategyIds.map((strategyId) => `strategy:${strategyId}`));
  });
}
