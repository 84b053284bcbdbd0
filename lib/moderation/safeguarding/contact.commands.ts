import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { canSetContact, splitScope } from "@/lib/moderation/safeguarding/contact.policy";
import type { ContactInput } from "@/lib/moderation/safeguarding/contact.schema";
import type { Person } from "@/lib/people/person.policy";

/** Names whom the reps of an area or a union call when somebody may be in danger, or nobody. @throws NotFound */
export async function setSafeguardingContact(person: Person, scope: string, input: ContactInput): Promise<void> {
  const { accountId } = person;
  if (!accountId || !canSetContact(person, scope)) throw new NotFound();
  const { kind, id } = splitScope(scope);
  await db().$transaction(async (tx) => {
    const place =
      kind === "body"
        ? await tx.body.findUnique({ where: { id }, select: { id: true } })
        : await tx.union.findUnique({ where: { id }, select: { id: true } });
    if (!place) throw new NotFound();
    const { name, phone } = input;
    if (name === null || phone === null) await tx.safeguardingContact.deleteMany({ where: { scope } });
    else
      await tx.safeguardingContact.upsert({
        where: { scope },
        create: { scope, name, phone },
        update: { name, phone },
      });
    await recordAuditEvent(tx, { action: "moderation.setSafeguardingContact", accountId, subject: `${kind}:${id}` });
  });
}
