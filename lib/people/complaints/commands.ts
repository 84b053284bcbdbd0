import { recordEvent } from "@/lib/audit/commands";
import { db, isTaken } from "@/lib/db";
import { Conflict, NotFound, TooMany } from "@/lib/errors";
import { canAnswerComplaints } from "@/lib/people/complaints/policy";
import { complaintDue } from "@/lib/people/complaints/rules";
import type { AnswerInput, ComplaintInput } from "@/lib/people/complaints/schema";
import { toReceipt } from "@/lib/people/participants/rules";
import { isSignedIn, type Person } from "@/lib/people/policy";
import { isWithinLimit } from "@/lib/rate-limit";
import { keyedHash, plainHash, seal } from "@/lib/secrets";

/** A complaint that was taken in. The code is there for somebody who came with neither account nor receipt. */
export type Complained = { dueAt: Date; code: string | null };

/**
 * Takes a complaint. The same form sent twice writes once, and gives the same code again.
 * @param client as the front names it
 * @throws TooMany
 */
export async function complain(person: Person, input: ComplaintInput, client: string): Promise<Complained> {
  const { text, formId } = input;
  if (!(await isWithinLimit("complaint", client)))
    throw new TooMany("That was a lot in a short time. Wait a quarter of an hour, then send it again.");
  const { accountId, participantId } = person;
  const openedAt = new Date();
  const code = isSignedIn(person) ? null : toReceipt(keyedHash("complaint-code", formId));
  const dueAt = complaintDue(openedAt);
  const data = { accountId, participantId, formId, openedAt, dueAt, textSealed: seal("complaint", text) };
  try {
    await db().complaint.create({ data: { ...data, codeHash: code === null ? null : plainHash(code) } });
    return { dueAt, code };
  } catch (error) {
    if (!isTaken(error)) throw error;
    // sent before: only the browser that showed the form knows its number
    const first = await db().complaint.findUnique({ where: { formId }, select: { dueAt: true, codeHash: true } });
    return { dueAt: first?.dueAt ?? dueAt, code: first?.codeHash ? code : null };
  }
}

/**
 * Answers a complaint, once.
 * @throws NotFound (not an admin, or not there), Conflict (a colleague was first, or its author is erased)
 */
export async function answerComplaint(person: Person, id: string, { answer }: AnswerInput): Promise<void> {
  if (!canAnswerComplaints(person)) throw new NotFound();
  const { accountId } = person;
  await db().$transaction(async (tx) => {
    const { count } = await tx.complaint.updateMany({
      where: { id, answeredAt: null },
      data: { answerSealed: seal("complaint", answer), answeredById: accountId, answeredAt: new Date() },
    });
    if (count === 0) {
      if ((await tx.complaint.count({ where: { id } })) === 0) throw new NotFound();
      throw new Conflict("A colleague has answered this complaint, or its author was erased. Nothing was sent.");
    }
    await recordEvent(tx, { deed: "people.answerComplaint", accountId, subject: `complaint:${id}` });
  });
}
