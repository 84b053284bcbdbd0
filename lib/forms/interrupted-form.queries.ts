import { db } from "@/lib/database/client";
import { type InterruptedForm, interruptedFormContent } from "@/lib/forms/interrupted-form.schema";
import { formOwner, ownerHash } from "@/lib/forms/submitted-form";
import type { Person } from "@/lib/people/person.policy";
import { constantTimeEqual, plainHash } from "@/lib/security/encryption";
import { unsealFrom } from "@/lib/security/sealed-columns";

/**
 * The forms that this browser sent and that could not be taken, newest first: those of the person who is signed in, and
 * those that were sent by a visitor.
 * @param tokens of the browser's cookie
 */
export async function listInterruptedForms(
  person: Person,
  tokens: string[],
  now = new Date(),
): Promise<InterruptedForm[]> {
  if (tokens.length === 0) return [];
  const rows = await db().interruptedForm.findMany({
    where: { tokenHash: { in: tokens.map(plainHash) }, endsAt: { gt: now } },
    orderBy: [{ endsAt: "desc" }, { id: "asc" }],
  });
  const owner = ownerHash(formOwner(person));
  return rows
    .filter((row) => row.owner === null || (owner !== null && constantTimeEqual(row.owner, owner)))
    .map(({ id, sealed }) => openContent(id, sealed));
}

/** How many forms of this browser are stored, whoever sent them. */
export const countInterruptedForms = (tokens: string[], now = new Date()): Promise<number> =>
  tokens.length === 0
    ? Promise.resolve(0)
    : db().interruptedForm.count({ where: { tokenHash: { in: tokens.map(plainHash) }, endsAt: { gt: now } } });

function openContent(id: string, sealed: Uint8Array): InterruptedForm {
  const content = interruptedFormContent.parse(JSON.parse(unsealFrom("interrupted_forms.sealed", id, sealed)));
  if (content.id !== id) throw new Error("A sealed form is in another row than its own.");
  return content;
}
