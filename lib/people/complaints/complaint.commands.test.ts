import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, TooMany } from "@/lib/errors";
import { keptAddress } from "@/lib/people/account.writes";
import { answerComplaint, complain, sendAnsweredMail } from "@/lib/people/complaints/complaint.commands";
import {
  findComplaint,
  getComplaint,
  listOpenComplaints,
  listOwnComplaints,
} from "@/lib/people/complaints/complaint.queries";
import { complaintDue } from "@/lib/people/complaints/complaint.rules";
import { type Person, visitor } from "@/lib/people/person.policy";
import { eraseMe } from "@/lib/people/privacy/erasure.commands";
import { newFormId } from "@/lib/security/encryption";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep } from "@/scripts/test/factories";

const folder = mkdtempSync(join(tmpdir(), "answered-"));
process.env.DATA_FOLDER = folder; // no mail server here: mails are kept there
const database = await testDatabase();
afterAll(database.close);

const say = (text: string) => ({ text, formId: newFormId() });

async function makeAdmin(): Promise<Person> {
  const admin = { ...(await makeAccount()), grants: [{ role: "admin" as const, bodyId: null, unionId: null }] };
  await db().grant.create({ data: { accountId: admin.accountId ?? "", role: "admin" } });
  return admin;
}

test("a month is a calendar month, and its last day where the next is shorter", () => {
  const due = (day: string) =>
    complaintDue(new Date(`${day}T10:00:00Z`))
      .toISOString()
      .slice(0, 10);
  expect(["2026-11-25", "2027-01-31", "2028-01-31", "2026-12-31"].map(due)).toEqual([
    "2026-12-25",
    "2027-02-28",
    "2028-02-29",
    "2027-01-31",
  ]);
});

test("somebody with an account complains, an admin answers, and only they read it; in the table it is sealed", async () => {
  const [person, admin] = [await makeAccount(), await makeAdmin()];
  const { code } = await complain(person, say("You kept my Gannetry"), "a");
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
  const both = await Promise.allSettled([1, 2].map((n) => answerComplaint(admin, id, { answer: `Sorry ${n}` })));
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(answerComplaint(admin, id, { answer: "late" })).rejects.toThrow(Conflict);
  expect((await listOwnComplaints(person))[0]?.answer).toMatch(/^Sorry [12]$/);
  expect((await listOpenComplaints(admin, null)).items.map((one) => one.id)).not.toContain(id);
});

test("whoever has an address is told of an answer by a mail that says nothing of it, once", async () => {
  const admin = await makeAdmin();
  const email = "answered@example.org";
  const [told, untold] = [await db().account.create({ data: keptAddress(email) }), await makeAccount()];
  for (const accountId of [told.id, untold.accountId]) {
    await complain({ ...visitor, accountId }, say("About my Gannetry"), `mail ${accountId}`);
    const { id } = await db().complaint.findFirstOrThrow({ where: { accountId } });
    await answerComplaint(admin, id, { answer: "We are sorry for the Gannetry." });
  }
  const jobs = await db().$queryRaw<{ payload: { complaintId: string } }[]>`
    SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = task_id
    WHERE t.identifier = 'send-answered-mail'`;
  const { id } = await db().complaint.findFirstOrThrow({ where: { accountId: told.id } });
  expect(jobs.map(({ payload }) => payload)).toEqual([{ complaintId: id }]);
  expect(await sendAnsweredMail(id)).toBe("kept");
  const [file = ""] = readdirSync(join(folder, "mail"));
  const mail = readFileSync(join(folder, "mail", file), "utf8");
  expect(mail).toContain(`To: ${email}`);
  expect(mail).not.toMatch(/gannetry|sorry|union|strategy/i);
  expect(/^Subject: (.*)$/m.exec(mail)?.[1]).not.toMatch(/complain|comment|work/i);
  await eraseMe({ ...visitor, accountId: told.id });
  expect(await sendAnsweredMail(id)).toBe("needless");
});

test("somebody with neither gets a code; the same form gives the same one; no other code finds it", async () => {
  const input = say("Somebody wrote my name");
  const [one, two] = [await complain(visitor, input, "b"), await complain(visitor, input, "b")];
  expect(two).toEqual(one);
  expect((await findComplaint(one.code ?? ""))?.text).toBe("Somebody wrote my name");
  expect(await findComplaint("0".repeat(26))).toBeNull();
  expect(await db().complaint.count({ where: { formId: input.formId } })).toBe(1);
});

test("late ones come first and are counted; pages hold twenty", async () => {
  const admin = await makeAdmin();
  for (let n = 0; n < 25; n++) await complain(visitor, say(`Number ${n}`), `client ${n}`);
  const late = await db().complaint.findFirstOrThrow({ where: { answeredAt: null }, orderBy: { id: "desc" } });
  await db().complaint.update({ where: { id: late.id }, data: { dueAt: new Date(Date.now() - 1000) } });
  const first = await listOpenComplaints(admin, null);
  expect([first.items[0]?.id, first.late, first.items.length]).toEqual([late.id, 1, 20]);
  const second = await listOpenComplaints(admin, first.next);
  const all = [...first.items, ...second.items].map(({ id }) => id);
  expect(new Set(all).size).toBe(await db().complaint.count({ where: { answeredAt: null } }));
});

test("too many from one network are refused; erasure takes words, answer and tie", async () => {
  for (let n = 0; n < 10; n++) await complain(visitor, say("again"), "flood");
  await expect(complain(visitor, say("again"), "flood")).rejects.toThrow(TooMany);
  const person = await makeAccount();
  await complain(person, say("Erase this"), "c");
  const before = await db().complaint.findFirstOrThrow({ where: { accountId: person.accountId } });
  await eraseMe(person);
  expect(await db().complaint.findUnique({ where: { id: before.id } })).toMatchObject({
    accountId: null,
    formId: null,
    textSealed: null,
    answeredAt: expect.any(Date),
  });
});
