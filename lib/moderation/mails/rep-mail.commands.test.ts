import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestMailServer } from "@/scripts/test/mail-server";

const mailServer = await startTestMailServer();
vi.stubEnv("SMTP_URL", mailServer.url);
vi.stubEnv("ORIGIN", "https://ours.example");
const database = await createTestDatabase();
const { db } = await import("@/lib/database/client");
const { startOfWeek } = await import("@/lib/dates");
const { unsealAccount } = await import("@/lib/jobs/queue");
const { closeMail } = await import("@/lib/notifications/mailer");
const { queueRepMails, sendRepMail, setRepMails } = await import("@/lib/moderation/mails/rep-mail.commands");
const { listStoppedKinds } = await import("@/lib/moderation/mails/rep-mail.queries");
const { emailColumns } = await import("@/lib/people/account.writes");
const { erasePerson } = await import("@/lib/people/privacy/erasure.commands");
const { visitor } = await import("@/lib/people/person.policy");
const { makeRep, openStrategy, sendHeldComment } = await import("@/scripts/test/factories");

const { mails } = mailServer;
const area = "cornwall-scilly";
beforeAll(() => openStrategy(area));
beforeEach(() => mails.splice(0));
afterAll(async () => {
  closeMail();
  mailServer.close();
  await database.close();
});

/** A Wednesday, on which no week of the rota begins. */
const wednesday = new Date("2031-03-05T07:00:00Z");
const monday = new Date("2031-03-03T07:00:00Z");

async function repWithAddress(email: string) {
  const rep = await makeRep(area);
  const id = rep.accountId ?? "";
  await db().account.update({ where: { id }, data: emailColumns(email, id) });
  return { rep, id };
}
const send = (id: string, day = wednesday) => sendRepMail(id, day, day);
const lines = () => mails.at(-1)?.text?.split("\n\n")[0]?.split("\n");

test("a rep hears what waits, what is late and what was passed to them, and nothing of other areas", async () => {
  const { id } = await repWithAddress("one@example.org");
  expect(await send(id)).toBe("skipped"); // nothing waits
  const { caseId } = await sendHeldComment(area, { text: "The bus is late." });
  const { caseId: later } = await sendHeldComment(area, { text: "The tram is late." });
  await db().case.updateMany({ data: { dueAt: new Date("2031-04-01T00:00:00Z") } });
  await db().case.update({ where: { id: caseId }, data: { dueAt: new Date("2031-03-01T00:00:00Z") } });
  await db().case.update({ where: { id: later }, data: { assignedAccountId: id } });
  expect(await send(id)).toBe("sent");
  expect(lines()).toEqual(["1 is late.", "1 was passed to you.", "2 are waiting."]);
  const elsewhere = await makeRep("dorset");
  const other = elsewhere.accountId ?? "";
  await db().account.update({ where: { id: other }, data: emailColumns("two@example.org", other) });
  expect(await send(other)).toBe("skipped");
});

test("each kind can be stopped and started again, and with all stopped there is no mail", async () => {
  const { rep, id } = await repWithAddress("three@example.org");
  await sendHeldComment(area, { text: "The ferry is late." });
  await setRepMails(rep, { kinds: ["late"] });
  expect(await send(id)).toBe("sent");
  expect(lines()?.every((line) => line.includes("late"))).toBe(true);
  await setRepMails(rep, { kinds: [] });
  expect(await send(id)).toBe("skipped");
  await setRepMails(rep, { kinds: ["waiting"] });
  expect(await send(id)).toBe("sent");
  await expect(setRepMails(visitor, { kinds: [] })).rejects.toThrow();
});

test("the week on the rota is in the mail of its first day alone", async () => {
  const { rep, id } = await repWithAddress("four@example.org");
  await setRepMails(rep, { kinds: ["rota"] });
  await db().rotaShift.create({ data: { bodyId: area, week: startOfWeek(monday), accountId: id } });
  expect(await send(id, monday)).toBe("sent");
  expect(lines()).toEqual(["It is your week on the rota."]);
  expect(await send(id, wednesday)).toBe("skipped");
});

test("the job writes to reps alone, once a day, and a mail that is late for its day is left out", async () => {
  const { id } = await repWithAddress("five@example.org");
  const former = await repWithAddress("six@example.org");
  await db().grant.updateMany({ where: { accountId: former.id }, data: { endedAt: new Date() } });
  await queueRepMails(wednesday);
  await queueRepMails(wednesday);
  const jobs = await db().$queryRaw<{ payload: { account: string } }[]>`
    SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'send-rep-mail'`;
  const recipients = jobs.map(({ payload }) => unsealAccount(payload.account));
  expect(recipients.filter((one) => one === id)).toHaveLength(1);
  expect(recipients).not.toContain(former.id);
  expect(await send(former.id)).toBe("skipped");
  expect(await sendRepMail(id, monday, wednesday)).toBe("skipped");
});

test("what was stopped goes with the account", async () => {
  const { rep, id } = await repWithAddress("seven@example.org");
  await setRepMails(rep, { kinds: [] });
  expect(await listStoppedKinds(id)).toHaveLength(6);
  await erasePerson(rep);
  expect(await listStoppedKinds(id)).toEqual([]);
});
