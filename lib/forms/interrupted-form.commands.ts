import { db } from "@/lib/database/client";
import { RateLimited } from "@/lib/errors";
import {
  type InterruptedForm,
  type InterruptedInput,
  interruptedFormLifetime,
  maxInterruptedFormLength,
} from "@/lib/forms/interrupted-form.schema";
import { ownerHash } from "@/lib/forms/submitted-form";
import { newId, plainHash, randomSecret } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";
import { sealFor } from "@/lib/security/sealed-columns";

/**
 * Stores what was typed into a form that could not be taken, sealed, for an hour.
 * @param client see `clientKey`
 * @returns a token for the browser's cookie, of which a hash is stored
 * @throws RateLimited, also when it is too long to be stored
 */
export async function saveInterruptedForm(
  { origin, interruption, message = "", values }: InterruptedInput,
  client: string,
  now = new Date(),
): Promise<string> {
  const id = newId();
  const content: InterruptedForm = { id, page: origin.page, form: origin.name, interruption, message, values };
  const text = JSON.stringify(content);
  if (text.length > maxInterruptedFormLength || !(await isWithinLimit("interrupted-form", client)))
    throw new RateLimited("This was not sent, and we cannot save it. Copy what you typed.");
  const token = randomSecret();
  await db().interruptedForm.create({
    data: {
      id,
      tokenHash: plainHash(token),
      owner: ownerHash(origin.owner),
      sealed: sealFor("interrupted_forms.sealed", id, text),
      endsAt: new Date(now.getTime() + interruptedFormLifetime),
    },
  });
  return token;
}

/** Deletes those that this browser sent: all of them, or these. @param tokens of the browser's cookie */
export async function discardInterruptedForms(tokens: string[], ids?: string[]): Promise<void> {
  if (tokens.length === 0) return;
  const id = ids && { in: ids };
  await db().interruptedForm.deleteMany({ where: { tokenHash: { in: tokens.map(plainHash) }, id } });
}

/** Deletes those whose hour is over. @returns how many */
export async function deleteExpiredInterruptedForms(now = new Date()): Promise<number> {
  const { count } = await db().interruptedForm.deleteMany({ where: { endsAt: { lte: now } } });
  return count;
}
