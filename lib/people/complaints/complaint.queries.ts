import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { type Page, toPage } from "@/lib/pagination";
import { canAnswerComplaints, isSignedIn, type Person } from "@/lib/people/person.policy";
import { plainHash } from "@/lib/security/encryption";
import { unsealFrom } from "@/lib/security/sealed-columns";

export type ComplaintView = {
  id: string;
  text: string;
  answer: string | null;
  openedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
};

const columns = {
  id: true,
  textSealed: true,
  answerSealed: true,
  openedAt: true,
  dueAt: true,
  answeredAt: true,
} as const;

type Row = Omit<ComplaintView, "text" | "answer"> & { textSealed: Uint8Array | null; answerSealed: Uint8Array | null };

function toView({ textSealed, answerSealed, ...row }: Row): ComplaintView {
  return {
    ...row,
    text: textSealed ? unsealFrom("complaints.textSealed", row.id, textSealed) : "",
    answer: answerSealed && unsealFrom("complaints.answerSealed", row.id, answerSealed),
  };
}

/** This person's complaints, newest first. */
export async function listOwnComplaints(person: Person): Promise<ComplaintView[]> {
  if (!isSignedIn(person)) return [];
  const { accountId, participantId } = person;
  const rows = await db().complaint.findMany({
    where: accountId ? { accountId } : { participantId },
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    select: columns,
  });
  return rows.map(toView);
}

/** The complaint of a code; null when there is none. @param code as the schema returns it */
export async function findComplaintByCode(code: string): Promise<ComplaintView | null> {
  const row = await db().complaint.findUnique({ where: { codeHash: plainHash(code) }, select: columns });
  return row && toView(row);
}

export const complaintsPerPage = 20;

/** Complaints without an answer, most urgent first, a page of 20. @throws NotFound (not an admin) */
export async function listOpenComplaints(
  person: Person,
  after: string | null,
): Promise<Page<ComplaintView> & { overdue: number }> {
  if (!canAnswerComplaints(person)) throw new NotFound();
  const open = { answeredAt: null };
  const from = after
    ? await db().complaint.findFirst({ where: { id: after }, select: { dueAt: true, id: true } })
    : null;
  const rows = await db().complaint.findMany({
    where: {
      ...open,
      ...(from && { OR: [{ dueAt: { gt: from.dueAt } }, { dueAt: from.dueAt, id: { gt: from.id } }] }),
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: complaintsPerPage + 1,
    select: columns,
  });
  const { items, next } = toPage(rows, complaintsPerPage, ({ id }) => id);
  return { items: items.map(toView), next, overdue: await countOverdueComplaints() };
}

/** One complaint; null when there is none. @throws NotFound (not an admin) */
export async function getComplaint(person: Person, id: string): Promise<ComplaintView | null> {
  if (!canAnswerComplaints(person)) throw new NotFound();
  const row = await db().complaint.findUnique({ where: { id, NOT: { textSealed: null } }, select: columns });
  return row && toView(row);
}

/** How many complaints are not answered, and how many of them are overdue. */
export async function countComplaints(now = new Date()): Promise<{ open: number; overdue: number }> {
  const open = await db().complaint.count({ where: { answeredAt: null } });
  return { open, overdue: await countOverdueComplaints(now) };
}

/** How many complaints are overdue. */
export const countOverdueComplaints = (now = new Date()): Promise<number> =>
  db().complaint.count({ where: { answeredAt: null, dueAt: { lt: now } } });
