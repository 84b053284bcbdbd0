import type { ParsedMail } from "mailparser";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { noticeKinds } from "@/lib/notifications/notice.rules";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestMailServer } from "@/scripts/test/mail-server";

// The mails go to a real mail server; jobs are queued as the hourly schedule queues them, and run in order.
const mailServer = await startTestMailServer();
const { mails } = mailServer;
const database = await createTestDatabase();
vi.stubEnv("SMTP_URL", mailServer.url);
vi.stubEnv("ORIGIN", "https://ours.example");

const { db } = await import("@/lib/database/client");
const { decideCase } = await import("@/lib/moderation/decisions/decision.commands");
const { closeMail } = await import("@/lib/notifications/mailer");
const { getMailFailures } = await import("@/lib/notifications/mail-failure.queries");
const { resendFailedMails } = await import("@/lib/notifications/mail-failure.commands");
const { queueNoticeMails, sendNoticeMail, setNoticeMails } = await import("@/lib/notifications/notice-mail.commands");
const { hasUnreachableAddress, wantsNoticeMails } = await import("@/lib/notifications/notice-mail.queries");
const { listNotices } = await import("@/lib/moderation/decisions/own-notice.queries");
const { markNoticesSeen } = await import("@/lib/notifications/notice.commands");
const { unsealAccount } = await import("@/lib/jobs/queue");
const { erasePerson } = await import("@/lib/people/privacy/erasure.commands");
const { visitor } = await import("@/lib/people/person.policy");
const { emailColumns } = await import("@/lib/people/account.writes");
const { POST } = await import("@/app/(participant)/unsubscribe/[token]/now/route");
const scene = await import("@/scripts/test/factories");
type Person = typeof visitor;

const area = "cornwall-scilly";
let rep: Person = visitor;
const text = "The wage on platform three is a disgrace.";

beforeAll(async () => {
  await scene.openStrategy(area);
  await scene.openStrategy("dorset");
  rep = await scene.makeRep(area);
});
beforeEach(() => mails.splice(0));
afterAll(async () => {
  closeMail();
  mailServer.close();
  await database.close();
});

async function withAddress(email: string): Promise<Person> {
  const { id } = await db().account.create({ data: emailColumns(email) });
  return { ...visitor, accountId: id };
}

const rejection = {
  ...scene.publishDecision,
  decision: "reject",
  reason: "off-topic",
  toAuthor: "It is about your manager.",
} as const;

/** The author writes; the rep decides. */
async function decideOn(
  author: Person,
  strategyId = area,
  by = rep,
  input: Parameters<typeof decideCase>[2] = rejection,
) {
  const { caseId, participantId } = await scene.sendHeldComment(strategyId, { text }, author);
  await decideCase(by, caseId, input);
  return participantId;
}

let hours = 0;
const started = Date.now();
const nextHour = () => {
  hours += 1;
  return new Date(started + hours * 60 * 60_000);
};

/** Queues and runs the jobs of an hour. @returns the result of each mail */
async function runHourlyJob(): Promise<string[]> {
  const count = await queueNoticeMails(nextHour());
  const jobs = await waitingJobs();
  expect(jobs).toHaveLength(count);
  return runJobs(jobs);
}

async function waitingJobs() {
  return db().$queryRaw<{ id: string; payload: { account: string; requestedAt: string }; startsAt: Date }[]>`
    SELECT j.id::text, p.payload, j.run_at AS "startsAt" FROM graphile_worker.jobs j
    JOIN graphile_worker._private_jobs p ON p.id = j.id WHERE j.task_identifier = 'send-notice-mail'`;
}

async function runJobs(jobs: Awaited<ReturnType<typeof waitingJobs>>): Promise<string[]> {
  const done: string[] = [];
  for (const { id, payload } of jobs) {
    done.push(await sendNoticeMail(unsealAccount(payload.account), new Date(payload.requestedAt)));
    await db().$executeRaw`SELECT FROM graphile_worker.complete_jobs(ARRAY[${id}::bigint])`;
  }
  return done;
}

test("an author hears once that there is something, in words that tell nobody what", async () => {
  const author = await withAddress("worker@example.org");
  await decideOn(author);
  await decideOn(author); // two decisions, one mail
  expect(await runHourlyJob()).toEqual(["sent"]);
  expect(await runHourlyJob()).toEqual([]);
  expect(mails).toHaveLength(1);
  const [mail] = mails;
  expect(mail?.subject).toBe("Something new for you");
  expect(mail?.text).toBe(
    `There is something new for you to read.\n\nTo see it, sign in with this email address and open this page:\nhttps://ours.example/my\n\nWe send this when there is something new, once a day at most. To stop these emails, open this page and use the button:\n${unsubscribeUrlOf(mail)}\n`,
  );
  const html = String(mail?.html);
  expect(html).toContain('<a href="https://ours.example/my">');
  expect(html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ")).not.toMatch(
    /wage|platform|comment|union|rep\b|reject|Cornwall|manager|strategy/i,
  );
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
});

/** The address in the List-Unsubscribe header. */
function unsubscribeUrlOf(mail: ParsedMail | undefined): string {
  const list = mail?.headers.get("list") as unknown as {
    unsubscribe: { url: string };
    "unsubscribe-post": { name: string };
  };
  expect(list["unsubscribe-post"].name).toBe("List-Unsubscribe=One-Click");
  return list.unsubscribe.url.replace(/\/now$/, "");
}

test("mails of one day go at random hours, and no job names an account", async () => {
  const authors = await Promise.all(Array.from({ length: 12 }, (_, at) => withAddress(`day${at}@example.org`)));
  for (const author of authors) await decideOn(author);
  const day = nextHour();
  expect(await queueNoticeMails(day)).toBe(12);
  const jobs = await waitingJobs();
  const minutes = jobs.map(({ startsAt }) => (startsAt.getTime() - day.getTime()) / 60_000);
  for (const one of minutes) expect(one >= 0 && one <= 12 * 60, `${one}`).toBe(true);
  expect(new Set(minutes.map((one) => Math.floor(one / 60))).size).toBeGreaterThan(3);
  const [{ all } = { all: "" }] = await db().$queryRaw<{ all: string }[]>`
    SELECT json_agg(j)::text AS all FROM graphile_worker._private_jobs j`;
  for (const { accountId } of authors) expect(all).not.toContain(accountId);
  await runJobs(jobs);
});

test("a press in the mail program stops it, and the page starts it again; the weekly mail is another", async () => {
  const author = await withAddress("stopper@example.org");
  await db().follow.create({ data: { accountId: author.accountId ?? "", strategyId: area } });
  await decideOn(author);
  expect(await runHourlyJob()).toEqual(["sent"]);
  const token = unsubscribeUrlOf(mails[0]).split("/").at(-1) ?? "";
  const press = () =>
    POST(
      new Request("https://ours.example/", { method: "POST", body: new URLSearchParams("List-Unsubscribe=One-Click") }),
      {
        params: Promise.resolve({ token }),
      },
    );
  expect((await press()).status).toBe(200);
  expect((await press()).status).toBe(200);
  expect(await wantsNoticeMails(author)).toBe(false);
  expect(await db().follow.count({ where: { accountId: author.accountId ?? "" } })).toBe(1);
  await decideOn(author);
  expect(await runHourlyJob()).toEqual([]);
  await setNoticeMails(author, true);
  expect(await runHourlyJob()).toEqual([]); // what came meanwhile stays untold
  await decideOn(author);
  expect(await runHourlyJob()).toEqual(["sent"]);
});

test("nobody is written to of what they have seen, nor who came by receipt, nor who is gone", async () => {
  const reader = await withAddress("reader@example.org");
  await decideOn(reader);
  await markNoticesSeen(
    reader,
    (await listNotices(reader, null)).items.map(({ id }) => id),
  );
  await decideOn(visitor);
  const leaver = await withAddress("goes@example.org");
  await decideOn(leaver);
  await queueNoticeMails(nextHour());
  await erasePerson(leaver);
  expect(await runJobs(await waitingJobs())).toEqual(["skipped"]);
  const late = await withAddress("late@example.org");
  await decideOn(late);
  await queueNoticeMails(nextHour());
  await markNoticesSeen(
    late,
    (await listNotices(late, null)).items.map(({ id }) => id),
  );
  expect(await runJobs(await waitingJobs())).toEqual(["skipped"]); // seen between asking and sending
  expect(mails).toEqual([]);
  await expect(setNoticeMails(visitor, false)).rejects.toThrow();
  expect(await wantsNoticeMails(await scene.makeAccount())).toBeNull();
});

test("one who writes on two strategies has one mail of both, and each gets their own", async () => {
  const author = await withAddress("both@example.org");
  const other = await withAddress("other@example.org");
  const dorsetRep = await scene.makeRep("dorset");
  await Promise.all([decideOn(author), decideOn(author, "dorset", dorsetRep), decideOn(other, "dorset", dorsetRep)]);
  expect(await runHourlyJob()).toEqual(["sent", "sent"]);
  const recipients = mails.map((mail) =>
    (Array.isArray(mail.to) ? mail.to : [mail.to]).map((address) => address?.text).join(),
  );
  expect(recipients.toSorted()).toEqual(["both@example.org", "other@example.org"]);
});

test("two processes at the same hour ask for one mail; a server that is busy gets it later, and one only", async () => {
  const author = await withAddress("twice@example.org");
  await decideOn(author);
  const hour = nextHour();
  const counts = await Promise.all([queueNoticeMails(hour), queueNoticeMails(hour)]);
  expect(counts.toSorted()).toEqual([0, 1]);
  mailServer.isBusy = true;
  const [job] = await waitingJobs();
  await expect(
    sendNoticeMail(unsealAccount(job?.payload.account ?? ""), new Date(job?.payload.requestedAt ?? 0)),
  ).rejects.toThrow("451");
  mailServer.isBusy = false;
  // the next hour has something new while the first still waits: one mail is about both
  await decideOn(author);
  expect(await runHourlyJob()).toEqual(["sent"]);
  expect(mails).toHaveLength(1);
});

test("after three refused addresses in a row no more mail goes there, and the person can start it again", async () => {
  const email = "gone@example.org";
  const author = await withAddress(email);
  mailServer.unknown.add(email);
  for (let round = 0; round < 3; round++) {
    expect(await hasUnreachableAddress(author)).toBe(false);
    await decideOn(author);
    expect(await runHourlyJob()).toEqual(["refused"]);
  }
  expect(await hasUnreachableAddress(author)).toBe(true);
  await decideOn(author);
  expect(await runHourlyJob()).toEqual([]);
  mailServer.unknown.delete(email);
  await setNoticeMails(author, true);
  expect(await hasUnreachableAddress(author)).toBe(false);
  await decideOn(author);
  expect(await runHourlyJob()).toEqual(["sent"]);
});

test("the operator sees which mails failed and why, and has them sent once the address or the server is repaired", async () => {
  const email = "repaired@example.org";
  const [unreachable, waiting] = [await withAddress(email), await withAddress("waits@example.org")];
  mailServer.unknown.add(email);
  for (let round = 0; round < 3; round++) {
    await decideOn(unreachable);
    expect(await runHourlyJob()).toEqual(["refused"]);
  }
  await decideOn(waiting);
  await queueNoticeMails(nextHour());
  const reason = "The mail server did not accept an email: EENVELOPE 451";
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = ${reason}`;
  const failures = await getMailFailures();
  expect(failures).toEqual({
    groups: [{ task: "send-notice-mail", reason, waiting: 0, givenUp: 1 }],
    unreachable: 1,
  });
  mailServer.unknown.delete(email);
  expect(await resendFailedMails()).toEqual({ mails: 1, people: 1 });
  expect((await getMailFailures()).unreachable).toBe(0);
  expect(await queueNoticeMails(nextHour())).toBe(1);
  expect(await runJobs(await waitingJobs())).toEqual(["sent", "sent"]);
  expect(mails).toHaveLength(2);
});

test.each(noticeKinds)(
  "a notice of kind %s is mailed: to an answered author as to one whose comment was decided",
  async (kind) => {
    const author = await withAddress(`${kind}@example.org`);
    const { participantId, comment } = await scene.sendHeldComment(area, { text }, author);
    await db().notice.create({ data: { participantId, commentId: comment.id, kind, facts: {} } });
    expect(await runHourlyJob()).toEqual(["sent"]);
    expect(mails.map(({ to }) => [to].flat().map((one) => one?.text))).toEqual([[`${kind}@example.org`]]);
    expect(`${mails[0]?.subject} ${mails[0]?.text}`.toLowerCase()).not.toContain(text.toLowerCase());
  },
);
