import { db } from "@/lib/database/client";
import { listOwnComplaints } from "@/lib/people/complaints/complaint.queries";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { sessionsOf } from "@/lib/people/session-owner.queries";
import { unsealFrom } from "@/lib/security/sealed-columns";

/**
 * All data that we hold about a person, without their drafts, for that person alone. Null means that it was never
 * given, or was erased.
 */
export async function getPersonalData(person: Person) {
  const ids = await listOwnParticipantIds(person);
  const participants = await db().participant.findMany({
    where: { id: { in: ids } },
    orderBy: { strategyId: "asc" },
    select: {
      alias: true,
      consentedTo: true,
      consentedAt: true,
      consentEndedAt: true,
      strategy: { select: { id: true, areaName: true } },
      comments: { orderBy: { createdAt: "asc" }, select: commentColumns },
      reactions: { select: { commentId: true, value: true } },
      reports: { select: { reason: true, details: true } },
      sanctions: { select: { kind: true, reason: true, message: true } },
      sessions: { select: { startedAt: true, seenAt: true, endsAt: true } },
    },
  });
  const notices = await db().notice.findMany({
    where: { participantId: { in: ids } },
    orderBy: { createdAt: "asc" },
    select: { commentId: true, kind: true, createdAt: true, seenAt: true },
  });
  const complaints = await listOwnComplaints(person);
  return { madeAt: new Date(), account: await getAccountData(person), participants, notices, complaints };
}
export type PersonalData = Awaited<ReturnType<typeof getPersonalData>>;

const commentColumns = {
  id: true,
  state: true,
  isReply: true,
  stance: true,
  week: true,
  createdAt: true,
  agrees: true,
  disagrees: true,
  passes: true,
  vintage: true,
  district: { select: { id: true, name: true } },
  sector: { select: { id: true, name: true } },
  cases: { where: { NOT: { appeal: null } }, select: { appeal: { select: { grounds: true } } } },
  themes: { select: { theme: { select: { id: true, name: true } } } },
  revisions: { orderBy: { number: "asc" }, select: { number: true, text: true, createdAt: true } },
} as const;

async function getAccountData({ accountId }: Person) {
  if (!accountId) return null;
  const account = await db().account.findUnique({
    where: { id: accountId },
    select: {
      emailSealed: true,
      label: true,
      noticeMails: true,
      grants: { select: { role: true, bodyId: true, unionId: true, grantedAt: true, lastDay: true, endedAt: true } },
      identities: { select: { provider: true } },
      passkeys: { select: { addedAt: true, usedAt: true } },
      authenticator: { select: { addedAt: true } },
      follows: { select: { strategyId: true, sectionId: true } },
      digest: { select: { week: true } },
    },
  });
  if (!account) return null;
  const { emailSealed, ...rest } = account;
  const filter = { where: { accountId } };
  return {
    email: emailSealed && unsealFrom("accounts.emailSealed", accountId, emailSealed),
    ...rest,
    sessions: await db().session.findMany({
      where: sessionsOf(accountId),
      select: { startedAt: true, seenAt: true, endsAt: true, steppedUpAt: true },
    }),
    deskVisits: await db().deskVisit.findMany({ ...filter, select: { bodyId: true, visitedAt: true } }),
    rotaShifts: await db().rotaShift.findMany({ ...filter, select: { bodyId: true, week: true } }),
    absences: await db().absence.findMany({ ...filter, select: { from: true, to: true } }),
    queueViews: await db().queueView.findMany({ ...filter, select: { name: true, query: true } }),
    briefings: await db().briefing.findMany({ where: { authorId: accountId }, select: { title: true, remarks: true } }),
    stoppedRepMails: await db().repMailStop.findMany({ ...filter, select: { kind: true } }),
  };
}
