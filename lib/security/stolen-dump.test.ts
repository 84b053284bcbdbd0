import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { CookieName } from "@/lib/auth/cookie.rules";
import type { CookieJar } from "@/lib/auth/cookies";
import { newFormId, plainHash, randomSecret } from "@/lib/security/encryption";
import { createBackupKey, parseIdentity, parseRecipient } from "@/scripts/ops/backup/recipient-key";
import { runSql } from "@/scripts/setup/run-sql";
import { createTestDatabase } from "@/scripts/test/database";
import { databaseUrl } from "@/scripts/test/database-cluster";

// A thief has a dump, without the key, and tries every value that is stored at the running service: as each cookie, as
// token, code, field of a form and segment of an address. None may open anything.

let cookies: Partial<Record<CookieName, string>> = {};
const jar = {
  get: (name: string) => ({ name, value: cookies[name as CookieName] ?? "" }),
  set: () => {},
  delete: () => {},
};
vi.mock("next/headers", () => ({ cookies: async () => jar, headers: async () => new Headers() }));

const database = await createTestDatabase();
const { db } = await import("@/lib/database/client");
const factories = await import("@/scripts/test/factories");
const { visitor } = await import("@/lib/people/person.policy");
const { startThread } = await import("@/lib/comments/submission.commands");
const { getSubmission } = await import("@/lib/comments/submission.queries");
const { saveDraft } = await import("@/lib/comments/drafts/draft.commands");
const { formDraftOf } = await import("@/lib/comments/writer.queries");
const { startSession } = await import("@/lib/auth/session.commands");
const { findSession } = await import("@/lib/auth/session.queries");
const { getSentForm, saveSentForm } = await import("@/lib/auth/cookies");
const { savePendingSignIn, takePendingSignIn } = await import("@/lib/auth/providers/provider-cookies");
const { requestSignIn } = await import("@/lib/auth/sign-in.commands");
const { findSignInRequest, getSignInLinkState, hashSignInCode, isProofValid } = await import(
  "@/lib/auth/sign-in.queries"
);
const { makeRecoveryCodes, verifyRecoveryCode } = await import("@/lib/auth/second-factors/recovery-code.commands");
const { recoveryCodeInput } = await import("@/lib/auth/second-factors/second-factor.schema");
const { saveInterruptedForm } = await import("@/lib/forms/interrupted-form.commands");
const { countInterruptedForms } = await import("@/lib/forms/interrupted-form.queries");
const { getReportReceipt } = await import("@/lib/moderation/reports/report.queries");
const { createUnsubscribeToken, readUnsubscribeToken } = await import("@/lib/notifications/unsubscribe-token");
const { submitComplaint } = await import("@/lib/people/complaints/complaint.commands");
const { findComplaintByCode } = await import("@/lib/people/complaints/complaint.queries");
const { emailColumns } = await import("@/lib/people/account.writes");
const { receiptCode } = await import("@/lib/people/credential.schema");
const { findParticipantByReceipt } = await import("@/lib/people/participant.queries");
const { isPuzzleSolved } = await import("@/lib/security/proof-of-work");
const { toBase32 } = await import("@/lib/security/base32");
const { unsealFrom } = await import("@/lib/security/sealed-columns");
const { recordMeetingEntry } = await import("@/lib/unions/meetings/meeting-entry.commands");
const { startMeetingRecord } = await import("@/lib/unions/meetings/meeting-record.commands");
const { readBackup } = await import("@/scripts/ops/backup/reader");
const { writeBackup } = await import("@/scripts/ops/backup/writer");

const strategy = "west-midlands";
const folder = mkdtempSync(join(tmpdir(), "stolen-"));
const name = `${new URL(database.url).pathname.slice(1)}_stolen`;
const stolen = databaseUrl(database.url, name);

/** What people and browsers hold, and a thief may not: by the way in that it opens. */
const secrets: Record<string, string> = {};
let staff: Parameters<typeof verifyRecoveryCode>[0];
let victimsRequest: { linkHash: Uint8Array; codeHash: Uint8Array };

beforeAll(async () => {
  await factories.openStrategy(strategy);
  const [token, browser] = [randomSecret(), randomSecret()];
  const input = await factories.makeCommentInput(strategy);
  const sender = { client: "client", puzzle: "", tokens: { token, previousToken: null } };
  const sent = await startThread(visitor, strategy, 1, input, sender);
  cookies = { session: token };
  const set = vi.spyOn(jar, "set");
  await saveSentForm(input.formId, token);
  await savePendingSignIn("union", { state: "s", pkce: "p", nonce: "n", callback: "https://ours.example/my" });
  for (const [cookie, value] of set.mock.calls as unknown as [CookieName, string][])
    secrets[`cookie ${cookie}`] = value;
  Object.assign(secrets, { "cookie session": token, "cookie sign-in": browser, "form of a comment": input.formId });
  secrets.receipt = sent.receipt ?? "";

  const complaint = { text: "Nobody answered.", formId: newFormId() };
  const { code } = await submitComplaint(visitor, complaint, "client");
  Object.assign(secrets, { "complaint code": code, "form of a complaint": complaint.formId });

  const account = await db().account.create({ data: emailColumns("jo@example.org") });
  const person = { ...visitor, accountId: account.id };
  await startThread(person, strategy, 1, await factories.makeCommentInput(strategy));
  await saveDraft(person, strategy, { number: 1, paragraph: null }, { text: "A draft" } as never, 0);
  const accountSession = await startSession({ accountId: account.id }, null);
  expect(await findSession(accountSession)).not.toBeNull();
  secrets["unsubscribe link"] = createUnsubscribeToken("notices", account.id);
  await requestSignIn({ email: "jo@example.org", browserToken: browser, returnTo: null, client: "client" });
  const request = await db().signInRequest.findFirstOrThrow();
  const mail = JSON.parse(
    unsealFrom("sign_in_requests.mailSealed", request.id, request.mailSealed ?? new Uint8Array()),
  );
  Object.assign(secrets, { "sign-in link": mail.token, "sign-in code": mail.code });
  victimsRequest = request;

  const origin = { page: "/complaints", name: "x", owner: "" } as never;
  const interrupted = { origin, interruption: "signed-out", values: { text: "Unsent" } } as never;
  secrets["cookie unsent"] = await saveInterruptedForm(interrupted, "client");

  const rep = await factories.makeRep(strategy);
  const { id: sessionId } = await db().session.findFirstOrThrow();
  const proof = { isStepUpPending: false, isProofFresh: true };
  staff = { sessionId, accountId: rep.accountId ?? "", label: "Rep", grants: rep.grants, ...proof };
  await db().authenticator.create({
    data: { accountId: staff.accountId, secretSealed: new Uint8Array([2]), lastStep: 0 },
  });
  const [recovery = ""] = await makeRecoveryCodes(staff);
  secrets["recovery code"] = recovery;
  const meeting = await startMeetingRecord(rep, { strategy, name: "Branch", agreed: "yes" });
  const entry = { text: "The night bus was cut.", stance: null, district: null, section: 1, formId: newFormId() };
  await recordMeetingEntry(rep, meeting.id, entry);
  secrets["form of a slip"] = entry.formId;

  const { recipient, identity } = createBackupKey();
  await writeBackup(database.url, join(folder, "dump"), parseRecipient(recipient));
  await runSql<Record<string, unknown>>(database.url, `CREATE DATABASE ${name} TEMPLATE template0`);
  await readBackup(stolen, join(folder, "dump"), parseIdentity(identity));
});
afterAll(async () => {
  await runSql<Record<string, unknown>>(database.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await database.close();
  rmSync(folder, { recursive: true });
});

type Opener = (value: string) => boolean | Promise<boolean>;

/** Another browser's cookies, with this one. */
const asCookie = (cookie: CookieName, value: string) =>
  ({ get: (key: string) => ({ name: key, value: key === cookie ? value : "" }) }) as CookieJar;

/** For ways in that would count or read each other's tries. */
function oneAtATime(open: Opener): Opener {
  let last: Promise<unknown> = Promise.resolve();
  return (value) => {
    const result = last.then(() => open(value));
    last = result;
    return result;
  };
}

/** The four cookies of a sign-in at a provider. */
const provider = oneAtATime(async (value) => {
  cookies = { state: value, pkce: value, nonce: value, callback: value };
  return (await takePendingSignIn("union")) !== null;
});

/** Every cookie of ours: a new one does not compile without its opener. */
const cookieOpeners: Record<CookieName, Opener> = {
  session: async (value) => (await findSession(value)) !== null,
  "sign-in": async (value) => (await findSignInRequest({ code: "" }, value, new Date())) !== null,
  sent: async (value) => {
    const session = secrets["cookie session"] ?? ""; // even with the victim's own session
    const both = { get: (key: string) => ({ name: key, value: key === "sent" ? value : session }) } as CookieJar;
    return (await getSentForm(asCookie("sent", value))) !== null || (await getSentForm(both)) !== null;
  },
  unsent: async (value) => (await countInterruptedForms(value.split(".").slice(0, 8))) > 0,
  // the four are read together: next-auth encrypted the other three, and without the first none of them does anything
  callback: provider,
  state: () => false,
  pkce: () => false,
  nonce: () => false,
  header: () => false, // no request reads it: only a script of ours does, in the browser
};

const isRead = (read: () => unknown): boolean => {
  try {
    return Boolean(read());
  } catch {
    return false;
  }
};

const otherOpeners: Record<string, Opener> = {
  receipt: async (value) => {
    const parsed = receiptCode.safeParse(value);
    return parsed.success && (await findParticipantByReceipt(parsed.data)) !== null;
  },
  "complaint code": async (value) => {
    const parsed = receiptCode.safeParse(value);
    return parsed.success && (await findComplaintByCode(parsed.data)) !== null;
  },
  "form of a comment": async (value) => (await getSubmission(value)) !== null,
  "form of a complaint": async (value) =>
    (await db().complaint.count({ where: { formHash: Uint8Array.from(plainHash(value)) } })) > 0,
  "form of a slip": async (value) => (await getReportReceipt(value)) !== null,
  "sign-in link": async (value) => (await getSignInLinkState(value, null)) !== "expired",
  "sign-in code": (value) =>
    isProofValid({ code: value }, { ...victimsRequest, codeHash: victimsRequest.codeHash }) ||
    Buffer.from(hashSignInCode(value, victimsRequest.linkHash)).equals(Buffer.from(victimsRequest.codeHash)),
  "recovery code": oneAtATime(async (value) => {
    const parsed = recoveryCodeInput.safeParse({ recovery: value });
    if (!parsed.success) return false;
    await db().rateLimit.deleteMany();
    return (await verifyRecoveryCode(staff, parsed.data.recovery)) !== "wrong";
  }),
  "unsubscribe link": (value) => isRead(() => readUnsubscribeToken(value)),
  "draft in a form": (value) => formDraftOf({ draftOwner: value, draftPlace: "section 1" }) !== undefined,
  puzzle: (value) => isPuzzleSolved(value),
};

const openers: [string, Opener][] = [
  ...Object.entries(cookieOpeners).map(([cookie, open]): [string, Opener] => [`cookie ${cookie}`, open]),
  ...Object.entries(otherOpeners),
];

/** Tries each value in each way. @returns what opened, as "way in: table.column" */
async function attack(values: Map<string, string>): Promise<string[]> {
  const opened: string[] = [];
  const tried = [...values];
  for (let from = 0; from < tried.length; from += 50) {
    const some = tried.slice(from, from + 50);
    for (const [way, open] of openers) {
      const results = await Promise.all(some.map(([value]) => open(value)));
      opened.push(...some.flatMap(([, place], at) => (results[at] ? [`${way}: ${place}`] : [])));
    }
  }
  return opened;
}

/** Every text, byte string and JSON of every table, in each form that a thief would type, with where it was. */
async function readValues(url: string): Promise<{ values: Map<string, string>; columns: number }> {
  const columns = (await runSql<Record<string, unknown>>(
    url,
    `SELECT c.table_schema AS schema, c.table_name AS "table", c.column_name AS "column"
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema IN ('public', 'graphile_worker')
       AND c.data_type IN ('text', 'character varying', 'bytea', 'json', 'jsonb', 'ARRAY')
       AND c.table_name <> '_prisma_migrations' ORDER BY 1, 2, 3`,
  )) as { schema: string; table: string; column: string }[];
  const values = new Map<string, string>();
  const add = (value: unknown, place: string): void => {
    if (Buffer.isBuffer(value)) {
      for (const text of [value.toString("hex"), value.toString("base64"), value.toString("base64url")])
        add(text, place);
      add(toBase32(value.subarray(0, 16)), place);
      add(value.toString("utf8"), place);
    } else if (typeof value === "string") {
      if (value !== "" && value.length < 4_000 && !values.has(value)) values.set(value, place);
    } else if (value && typeof value === "object") for (const one of Object.values(value)) add(one, place);
  };
  const ours = columns.filter(({ table }) => !referenceTables.has(table));
  for (const { schema, table, column } of ours) {
    const rows = await runSql<Record<string, unknown>>(
      url,
      `SELECT "${column}" AS value FROM "${schema}"."${table}" WHERE "${column}" IS NOT NULL`,
    );
    for (const { value } of rows) add(value, `${table}.${column}`);
  }
  return { values, columns: ours.length };
}

// what ships with the service and is public: thousands of places and figures
const referenceTables = new Set([
  ...["bodies", "body_kinds", "body_districts", "districts", "places", "sectors", "themes", "unions", "tuc_regions"],
  ...["consultation_evidence", "job_counts", "resident_counts", "median_pay", "strategies", "strategy_bodies"],
  ...["strategy_districts", "versions", "sections", "version_sections", "paragraphs", "version_paragraphs"],
]);

test("no stored value of a dump opens anything at the running service", async () => {
  const { values, columns } = await readValues(stolen);
  const opened = await attack(values);
  process.stdout.write(
    `  ${values.size} values of ${columns} columns, ${openers.length} ways in: ${values.size * openers.length} tries, ${opened.length} opened\n`,
  );
  expect(values.size).toBeGreaterThan(200);
  expect(opened).toEqual([]);
}, 600_000);

test("where a column holds the secrets themselves, the same thief gets in by every way", async () => {
  await runSql<Record<string, unknown>>(stolen, `ALTER TABLE comments ADD COLUMN "formId" text`);
  await runSql<Record<string, unknown>>(stolen, "CREATE TABLE unprotected (value text, bytes bytea, kept jsonb)");
  await runSql<Record<string, unknown>>(stolen, `UPDATE comments SET "formId" = '${secrets["form of a comment"]}'`);
  const client = new pg.Client({ connectionString: stolen });
  await client.connect();
  for (const [at, value] of Object.values(secrets).entries()) {
    if (at % 3 === 0) await client.query("INSERT INTO unprotected (value) VALUES ($1)", [value]);
    if (at % 3 === 1) await client.query("INSERT INTO unprotected (bytes) VALUES ($1)", [Buffer.from(value)]);
    if (at % 3 === 2) await client.query("INSERT INTO unprotected (kept) VALUES ($1)", [{ a: [value] }]);
  }
  await client.end();
  const opened = await attack((await readValues(stolen)).values);
  const ways = new Set(opened.map((one) => one.split(": ")[0]));
  process.stdout.write(`  with the secrets stored: ${opened.length} opened, by ${ways.size} ways\n`);
  expect(opened).toContain("form of a comment: comments.formId");
  const together = ["cookie state", "cookie pkce", "cookie nonce"];
  for (const way of Object.keys(secrets)) if (!together.includes(way)) expect([...ways], way).toContain(way);
}, 600_000);
