import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RateLimited } from "@/lib/errors";
import { emailColumns } from "@/lib/people/account.writes";
import {
  answerComplaint,
  sendComplaintAnsweredMail,
  submitComplaint,
} from "@/lib/people/complaints/complaint.commands";
import {
  findComplaintByCode,
  getComplaint,
  listOpenComplaints,
  listOwnComplaints,
} from "@/lib/people/complaints/complaint.queries";
import { complaintDueDate } from "@/lib/people/complaints/complaint.rules";
import { type Person, visitor } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { newFormId, plainHash } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep } from "@/scripts/test/factories";

const folder = mkdtempSync(join(tmpdir(), "answered-"));
process.env.DATA_FOLDER = folder; // without a mail server, mails are saved here
const database = await createTestDatabase();
afterAll(database.close);

const complaintOf = (text: string) => ({ text, formId: newFormId() });

async function makeAdmin(): Promise<Person> {
  const admin = { ...(await makeAccount()), grants: [{ role: "admin" as const, bodyId: null, unionId: null }] };
  await db().grant.create({ data: { accountId: admin.accountId ?? "", role: "admin" } });
  return admin;
}

test("the due date is the same day of the next month, or its last day", () => {
  const due = (day: string) =>
    complaintDueDate(new Date(`${day}T10:00:00Z`))
      .toISOString()
      .slice(0, 10);
  expect(["2026-11-25", "2027-01-31", "2028-01-31", "2026-12-31"].map(due)).toEqual([
    "2026-12-25",
    "2027-02-28",
    "2028-02-29",
    "2027-01-31",
  ]);
});

test("only its author and admins read a complaint and its answer; in the table both are sealed", async () => {
  const [person, admin] = [await makeAccount(), await makeAdmin()];
  const { code } = await submitComplaint(person, complaintOf("You kept my Gannetry"), "a");
  expect(code).toBeNull();
  const [own] = await listOwnComplaints(person);
  expect(own).toMatchObject({ text: "You kept my Gannetry", answer: null, answeredAt: null });
  expect(await listOwnComplaints(await makeAccount())).toEqual([]);
  expect(await listOwnComplaints(visitor)).toEqual([]);
  const rows = await db().$queryRaw<
    { n: bigint }[]
  >`SELECT count(*) n FROM complaints c WHERE c::text ILIKE '%gannetry%'`;
  expect(Number(rows[0]?.n)).toBe(0);
  const id = own?.id ?? "";
  for (const stranger of [visitor, person, await makeRep("west-midlands")]) {
    await expect(listOpenComplaints(stranger, null)).rejects.toThrow(NotFound);
    await expect(getComplaint(stranger, id)).rejects.toThrow(NotFound);
    await expect(answerComplaint(stranger, id, { answer: "x" })).rejects.toThrow(NotFound);
  }
  expect((await listOpenComplaints(admin, null)).items.map((one) => one.id)).toContain(id);
  const results = await Promise.allSettled([1, 2].map((n) => answerComplaint(admin, id, { answer: `Sorry ${n}` })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(answerComplaint(admin, id, { answer: "late" })).rejects.toThrow(Conflict);
  expect((await listOwnComplaints(person))[0]?.answer).toMatch(/^Sorry [12]$/);
  expect((await listOpenComplaints(admin, null)).items.map((one) => one.id)).not.toContain(id);
});

test("an author with an address gets one mail about the answer, without its content", async () => {
  const admin = await makeAdmin();
  const email = "answered@example.org";
  const [notified, unnotified] = [await db().account.create({ data: emailColumns(email) }), await makeAccount()];
  for (const accountId of [notified.id, unnotified.accountId]) {
    await submitComplaint({ ...visitor, accountId }, complaintOf("About my Gannetry"), `mail ${accountId}`);
    const { id } = await db().complaint.findFirstOrThrow({ where: { accountId } });
    await answerComplaint(admin, id, { answer: "We are sorry for the Gannetry." });
  }
  const jobs = await db().$queryRaw<{ payload: { complaintId: string } }[]>`
    SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = task_id
    WHERE t.identifier = 'send-complaint-answered-mail'`;
  const { id } = await db().complaint.findFirstOrThrow({ where: { accountId: notified.id } });
  expect(jobs.map(({ payload }) => payload)).toEqual([{ complaintId: id }]);
  expect(await sendComplaintAnsweredMail(id)).toBe("saved");
  const [file = ""] = readdirSync(join(folder, "mail"));
  const mail = readFileSync(join(folder, "mail", file), "utf8");
  expect(mail).toContain(`To: ${email}`);
  expect(mail).not.toMatch(/gannetry|sorry|union|strategy/i);
  expect(/^Subject: (.*)$/m.exec(mail)?.[1]).not.toMatch(/complain|comment|work/i);
  await erasePerson({ ...visitor, accountId: notified.id });
  expect(await sendComplaintAnsweredMail(id)).toBe("skipped");
});

test("an author without account or receipt gets a code, the same for the same form; no other code finds the complaint", async () => {
  const input = complaintOf("Somebody wrote my name");
  const [one, two] = [await submitComplaint(visitor, input, "b"), await submitComplaint(visitor, input, "b")];
  expect(two).toEqual(one);
  expect((await findComplaintByCode(one.code ?? ""))?.text).toBe("Somebody wrote my name");
  expect(await findComplaintByCode("0".repeat(26))).toBeNull();
  expect(await db().complaint.count({ where: { formHash: plainHash(input.formId) } })).toBe(1);
});

test("the same form with other text is another complaint, with a code of its own, once for each text", async () => {
  const first = complaintOf("Nobody answers");
  const second = { ...first, text: "Nobody answers, and my name is shown" };
  const codes: string[] = [];
  for (const input of [first, second, second, first])
    codes.push((await submitComplaint(visitor, input, "e")).code ?? "");
  expect([codes[2], codes[3]]).toEqual([codes[1], codes[0]]);
  const texts = await Promise.all(codes.slice(0, 2).map(async (code) => (await findComplaintByCode(code))?.text));
  expect(texts).toEqual([first.text, second.text]);
  const person = await makeAccount();
  for (const text of ["One", "Two", "Two"])
    await submitComplaint(person, { ...complaintOf(text), formId: newFormId() }, "f");
  const again = complaintOf("One");
  for (const text of ["One", "Two", "Two"]) await submitComplaint(person, { ...again, text }, "f");
  expect((await listOwnComplaints(person)).map(({ text }) => text).sort()).toEqual(["One", "One", "Two", "Two", "Two"]);
});

test("who sends the form of somebody else's complaint makes their own, and changes nothing of the other's", async () => {
  const [author, other] = [await makeAccount(), await makeAccount()];
  const input = complaintOf("My manager reads this");
  await submitComplaint(author, input, "g");
  const before = await listOwnComplaints(author);
  await submitComplaint(other, { ...input, text: "Mine" }, "g");
  const { code } = await submitComplaint(visitor, { ...input, text: "A visitor's" }, "g");
  expect((await findComplaintByCode(code ?? ""))?.text).toBe("A visitor's");
  expect((await listOwnComplaints(other)).map(({ text }) => text)).toEqual(["Mine"]);
  expect(await listOwnComplaints(author)).toEqual(before);
});

test("overdue complaints come first and are counted; pages hold twenty", async () => {
  const admin = await makeAdmin();
  for (let n = 0; n < 25; n++) await submitComplaint(visitor, complaintOf(`Number ${n}`), `client ${n}`);
  const overdue = await db().complaint.findFirstOrThrow({ where: { answeredAt: null }, orderBy: { id: "desc" } });
  await db().complaint.update({ where: { id: overdue.id }, data: { dueAt: new Date(Date.now() - 1000) } });
  const first = await listOpenComplaints(admin, null);
  expect([first.items[0]?.id, first.overdue, first.items.length]).toEqual([overdue.id, 1, 20]);
  const second = await listOpenComplaints(admin, first.next);
  const all = [...first.items, ...second.items].map(({ id }) => id);
  expect(new Set(all).size).toBe(await db().complaint.count({ where: { answeredAt: null } }));
});

test("complaints from one network are limited; erasure removes text, answer and author", async () => {
  for (let n = 0; n < 10; n++) await submitComplaint(visitor, complaintOf("again"), "flood");
  await expect(submitComplaint(visitor, complaintOf("again"), "flood")).rejects.toThrow(RateLimited);
  const person = await makeAccount();
  await submitComplaint(person, complaintOf("Erase this"), "c");
  const complaint = await db().complaint.findFirstOrThrow({ where: { accountId: person.accountId } });
  await erasePerson(person);
  expect(await db().complaint.findUnique({ where: { id: complaint.id } })).toMatchObject({
    accountId: null,
    formHash: null,
    textSealed: null,
    answeredAt: expect.any(Date),
  });
});
