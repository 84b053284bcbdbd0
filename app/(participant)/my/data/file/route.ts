import { loadPersonalData, type PersonalData } from "@/app/(participant)/my/data/load-personal-data";
import { getPerson } from "@/lib/auth/current-session";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/** A person's data as a JSON file. Its name reveals nothing to somebody who finds it on a phone. */
export async function GET(): Promise<Response> {
  const person = await getPerson();
  if (!isSignedIn(person)) return seeOther(paths.signInTo(paths.myData));
  return new Response(`${JSON.stringify(toDownload(await loadPersonalData(person)), null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="data.json"',
      "cache-control": "no-store",
    },
  });
}

/** The keys of the file are public and do not follow our own names. */
function toDownload({ madeAt, account, participants, ...rest }: PersonalData) {
  return {
    madeAt,
    account: account && toAccountDownload(account),
    participants: participants.map(toParticipantDownload),
    ...rest,
  };
}

function toAccountDownload({ deskVisits, rotaShifts, ...account }: NonNullable<PersonalData["account"]>) {
  return {
    ...account,
    lastSeen: deskVisits.map(({ bodyId, visitedAt }) => ({ bodyId, seenAt: visitedAt })),
    rotaTurns: rotaShifts,
  };
}

function toParticipantDownload({ comments, reports, sanctions, ...participant }: PersonalData["participants"][number]) {
  return {
    ...participant,
    comments: comments.map(({ cases, ...comment }) => ({
      ...comment,
      cases: cases.map(({ appeal }) => ({ appeal: appeal && { words: appeal.grounds } })),
    })),
    flags: reports.map(({ reason, details }) => ({ reason, words: details })),
    sanctions: sanctions.map(({ kind, reason, message }) => ({ kind, reason, words: message })),
  };
}
