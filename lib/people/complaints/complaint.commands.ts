import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, isUniqueViolation, type Tx } from "@/lib/database/client";
import { publicOrigin } from "@/lib/env";
import { Conflict, NotFound, RateLimited } from "@/lib/errors";
import { addJob } from "@/lib/jobs/queue";
import { deliverMail, type MailResult, mailKey } from "@/lib/notifications/mailer";
import { complaintAnsweredMail, complaintDueDate } from "@/lib/people/complaints/complaint.rules";
import type { ComplaintAnswerInput, ComplaintInput } from "@/lib/people/complaints/complaint.schema";
import { canAnswerComplaints, isSignedIn, type Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { toBase32 } from "@/lib/security/base32";
import { derivedFormId, keyedHash, newId, plainHash } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";
import { sealFor, unsealFrom } from "@/lib/security/sealed-columns";

/** `code` leads somebody without account or receipt back to the complaint; null for others. */
export type SubmittedComplaint = { dueAt: Date; code: string | null };

/**
 * Stores a complaint. The same form sent twice stores one, and returns the same code; with other text it is another
 * complaint.
 * @param client see `clientKey`
 * @throws RateLimited
 */
export async function submitComplaint(
  person: Person,
  input: ComplaintInput,
  client: string,
): Promise<SubmittedComplaint> {
  if (!(await isWithinLimit("complaint", client)))
    throw new RateLimited("You have done that too many times. Wait 15 minutes, then send it again.");
  const stored = await storeComplaint(person, input);
  if (stored) return stored;
  const formId = derivedFormId("complaint-form", `${input.formId}|${input.text}`);
  const another = await storeComplaint(person, { ...input, formId });
  if (!another) throw new Error("Two different complaints have the same form id.");
  return another;
}

/** @returns null when the same form was sent before, with other text */
async function storeComplaint(person: Person, { text, formId }: ComplaintInput): Promise<SubmittedComplaint | null> {
  const { accountId, participantId } = person;
  const openedAt = new Date();
  const code = isSignedIn(person) ? null : toBase32(keyedHash("complaint-code", formId));
  const dueAt = complaintDueDate(openedAt);
  const id = newId();
  const formHash = plainHash(formId);
  const textSealed = sealFor("complaints.textSealed", id, text);
  const data = { id, accountId, participantId, formHash, openedAt, dueAt, textSealed };
  try {
    await db().complaint.create({ data: { ...data, codeHash: code === null ? null : plainHash(code) } });
    return { dueAt, code };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // the form was sent before: only the browser that showed it knows its id
    const select = { id: true, dueAt: true, codeHash: true, textSealed: true };
    const existing = await db().complaint.findUnique({ where: { formHash }, select });
    const earlier = existing?.textSealed && unsealFrom("complaints.textSealed", existing.id, existing.textSealed);
    if (earlier && earlier !== text) return null;
    return { dueAt: existing?.dueAt ?? dueAt, code: existing?.codeHash ? code : null };
  }
}

/**
 * Answers a complaint, once.
 * @throws NotFound (not an admin, or no such complaint), Conflict (a colleague was first, or its author was erased)
 */
export async function answerComplaint(person: Person, id: string, { answer }: ComplaintAnswerInput): Promise<void> {
  if (!canAnswerComplaints(person)) throw new NotFound();
  const { accountId } = person;
  await db().$transaction(async (tx) => {
    const { count } = await tx.complaint.updateMany({
      where: { id, answeredAt: null },
      data: {
        answerSealed: sealFor("complaints.answerSealed", id, answer),
        answeredById: accountId,
        answeredAt: new Date(),
      },
    });
    if (count === 0) {
      if ((await tx.complaint.count({ where: { id } })) === 0) throw new NotFound();
      throw new Conflict(
        "A colleague has already answered this complaint, or its author erased their data. Nothing was sent.",
      );
    }
    await recordAuditEvent(tx, { action: "people.answerComplaint", accountId, subject: `complaint:${id}` });
    if (await findComplainantAddress(tx, id)) await addJob(tx, "send-complaint-answered-mail", { complaintId: id });
  });
}

/**
 * The job that notifies an author with an address that there is an answer, without its content.
 * @throws MailFailure when the job should try again
 */
export async function sendComplaintAnsweredMail(complaintId: string): Promise<MailResult> {
  const address = await findComplainantAddress(db(), complaintId);
  if (!address) return "skipped";
  const link = new URL(paths.signInTo(paths.complaints), publicOrigin()).href;
  const key = mailKey("answered", complaintId);
  return deliverMail({ to: address, key, ...complaintAnsweredMail(link) });
}

/** The address of a complaint's author; null when they gave none, or were erased. */
async function findComplainantAddress(tx: Tx, complaintId: string): Promise<string | null> {
  const complaint = await tx.complaint.findUnique({ where: { id: complaintId }, select: { accountId: true } });
  if (!complaint?.accountId) return null;
  const accountQuery = { where: { id: complaint.accountId, erasedAt: null }, select: { emailSealed: true } };
  const emailSealed = (await tx.account.findUnique(accountQuery))?.emailSealed;
  return emailSealed ? unsealFrom("accounts.emailSealed", complaint.accountId, emailSealed) : null;
}
