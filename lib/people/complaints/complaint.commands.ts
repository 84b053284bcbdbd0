import { recordEvent } from "@/lib/audit/record.writes";
import { db, isTaken, type Tx } from "@/lib/database/client";
import { ourOrigin } from "@/lib/env";
import { Conflict, NotFound, TooMany } from "@/lib/errors";
import { addJob } from "@/lib/jobs/queue";
import { MailFailure, sendMail } from "@/lib/notifications/mailer";
import { toReceipt } from "@/lib/people/alias.rules";
import { canAnswerComplaints } from "@/lib/people/complaints/complaint.policy";
import { answeredMail, complaintDue } from "@/lib/people/complaints/complaint.rules";
import type { AnswerInput, ComplaintInput } from "@/lib/people/complaints/complaint.schema";
import { isSignedIn, type Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { keyedHash, plainHash, seal, unseal } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";

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
    if (await addressOf(tx, id)) await addJob(tx, "send-answered-mail", { complaintId: id });
  });
}

/**
 * The job that tells somebody with an address that their complaint was answered; not what it was about.
 * @returns what became of it
 * @throws MailFailure when it should be tried again
 */
export async function sendAnsweredMail(complaintId: string): Promise<"sent" | "kept" | "needless" | "refused"> {
  const address = await addressOf(db(), complaintId);
  if (!address) return "needless";
  const key = Buffer.from(keyedHash("answered", complaintId)).toString("hex").slice(0, 32);
  const link = new URL(`${paths.signIn}?to=${paths.complaints}`, ourOrigin()).href;
  const letter = { to: unseal("email", address), key, ...answeredMail(link) };
  return sendMail(letter).catch((error) => {
    if (error instanceof MailFailure && error.kind === "final") return "refused" as const;
    throw error;
  });
}

/** The sealed address of whoever made a complaint; null when they gave none, or are erased. */
async function addressOf(tx: Tx, complaintId: string): Promise<Uint8Array | null> {
  const complaint = await tx.complaint.findUnique({ where: { id: complaintId }, select: { accountId: true } });
  if (!complaint?.accountId) return null;
  const of = { where: { id: complaint.accountId, erasedAt: null }, select: { emailSealed: true } };
  return (await tx.account.findUnique(of))?.emailSealed ?? null;
}
