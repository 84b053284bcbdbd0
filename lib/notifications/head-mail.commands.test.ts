import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDemoDatabase } from "@/scripts/test/database";
import { startTestMailServer } from "@/scripts/test/mail-server";

// The mails go to a real mail server, and what arrives is compared with the records as a reader would.
const mailServer = await startTestMailServer();
vi.stubEnv("SMTP_URL", mailServer.url);
vi.stubEnv("ORIGIN", "https://ours.example");
const { createRecordKey, recordPublicKeys } = await import("@/lib/security/record-key");
vi.stubEnv("RECORD_KEY", createRecordKey().privateKey);
const database = await createDemoDatabase(); // which may read the settings
const { compareSavedHeads } = await import("@/lib/audit/saved-head.queries");
const { parseSavedHeads } = await import("@/lib/audit/saved-head.schema");
const { publishChainHeads } = await import("@/lib/audit/chain-head.commands");
const { db } = await import("@/lib/database/client");
const { unsealAccount } = await import("@/lib/jobs/queue");
const { closeMail } = await import("@/lib/notifications/mailer");
const { queueHeadMails, sendHeadMail } = await import("@/lib/notifications/head-mail.commands");
const { emailColumns } = await import("@/lib/people/account.writes");

const { mails } = mailServer;
beforeAll(() => publishChainHeads(new Date("2031-03-03T00:01:00Z")), 180_000); // writes the demonstration
afterAll(async () => {
  closeMail();
  mailServer.close();
  await database.close();
});

const withGrant = async (email: string, role: "union_officer" | "union_editor" | "officer", ended = false) => {
  const { id } = await db().account.create({ data: emailColumns(email) });
  const scope = role === "officer" ? { bodyId: "west-midlands" } : { unionId: "unison" };
  await db().grant.create({ data: { accountId: id, role, ...scope, endedAt: ended ? new Date() : null } });
  return id;
};

test("officers of unions, and nobody else, get the newest signed head of each record, and can compare it", async () => {
  const officer = await withGrant("officer@union.example", "union_officer");
  const others = [
    await withGrant("editor@union.example", "union_editor"),
    await withGrant("officer@lep.example", "officer"),
    await withGrant("former@union.example", "union_officer", true),
  ];
  const count = await queueHeadMails();
  const jobs = await db().$queryRaw<{ payload: { account: string } }[]>`
    SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'send-head-mail'`;
  const recipients = jobs.map(({ payload }) => unsealAccount(payload.account));
  expect(recipients).toHaveLength(count);
  expect(recipients).toContain(officer);
  for (const other of others) {
    expect(recipients).not.toContain(other);
    expect(await sendHeadMail(other)).toBe("skipped");
  }
  expect(await sendHeadMail(officer)).toBe("sent");
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).not.toMatch(/union|comment|table/i);
  const saved = parseSavedHeads(mails[0]?.text ?? "");
  const chains = await db().chainHead.groupBy({ by: ["chainId"] });
  expect(saved.map(({ chain }) => chain).sort()).toEqual(chains.map(({ chainId }) => chainId).sort());
  for (const { heads, firstMismatch } of await compareSavedHeads(saved, recordPublicKeys())) {
    expect(firstMismatch).toBeNull();
    expect(heads).toEqual([expect.objectContaining({ day: "2031-03-03", isMatch: true, signatureState: "valid" })]);
  }
});
