import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestMailServer } from "@/scripts/test/mail-server";

// A real mail server takes the mail, and a mail program's press of "unsubscribe" needs nothing but the mail itself.
const mailServer = await startTestMailServer();
const { mails } = mailServer;
const database = await createTestDatabase();
vi.stubEnv("SMTP_URL", mailServer.url);
vi.stubEnv("ORIGIN", "https://ours.example");

const { db } = await import("@/lib/database/client");
const { queueDigests, sendDigest } = await import("@/lib/notifications/digest.commands");
const { listDigestItems, getStrategyNews } = await import("@/lib/notifications/digest.queries");
const { previousWeek } = await import("@/lib/notifications/digest.rules");
const { createFollow, deleteFollow } = await import("@/lib/notifications/follow.commands");
const { listFollows } = await import("@/lib/notifications/follow.queries");
const { unsubscribeByToken } = await import("@/lib/notifications/unsubscription.commands");
const { closeMail } = await import("@/lib/notifications/mailer");
const { visitor } = await import("@/lib/people/person.policy");
const { emailColumns } = await import("@/lib/people/account.writes");
const { POST } = await import("@/app/(participant)/unsubscribe/[token]/now/route");
const scene = await import("@/scripts/test/factories");

const strategyId = "cornwall-scilly";
const nextMonday = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000);
const week = previousWeek(nextMonday);

beforeAll(async () => {
  await scene.openStrategy(strategyId);
  const rep = await scene.makeRep(strategyId);
  for (const text of ["One.", "Two."])
    await scene.decideAndMakeEdition(rep, (await scene.sendHeldComment(strategyId, { text })).caseId);
});
afterAll(async () => {
  closeMail();
  mailServer.close();
  await database.close();
});

async function withAddress(email: string) {
  const { id } = await db().account.create({ data: emailColumns(email) });
  return { ...visitor, accountId: id };
}

test("somebody with a receipt reads on a page what a week's mail would have", async () => {
  const path = "/strategies/cornwall-scilly/comments";
  expect(await getStrategyNews(strategyId, week)).toEqual({
    title: "Cornwall and Isles of Scilly",
    comments: 2,
    answers: 0,
    path,
  });
  expect(await getStrategyNews(strategyId, previousWeek(week))).toBeNull();
  expect(await getStrategyNews("atlantis", week)).toBeNull();
});

test("a week's news by mail, once, with a neutral subject and one press to stop it", async () => {
  const person = await withAddress("worker@example.org");
  await createFollow(person, { strategy: strategyId, section: 1 });
  await createFollow(person, { strategy: strategyId, section: 1 });
  await createFollow(person, { strategy: "dorset", section: null });
  expect((await listFollows(person)).map(({ section }) => section)).toEqual([1, null]);
  expect(await queueDigests(nextMonday)).toBe(1);
  expect(await sendDigest(person.accountId, week)).toBe("sent");
  expect(await sendDigest(person.accountId, week)).toBe("skipped");
  expect(await queueDigests(nextMonday)).toBe(0);
  expect(mails).toHaveLength(1);
  const [mail] = mails;
  expect(mail?.subject).toBe("Your weekly update");
  expect(mail?.text).toContain("2 new comments\nhttps://ours.example/strategies/cornwall-scilly/sections/1");
  expect(mail?.text).not.toContain("Dorset");
  expect(mail?.html).toContain("2 new comments");
  const list = mail?.headers.get("list") as unknown as {
    unsubscribe: { url: string };
    "unsubscribe-post": { name: string };
  };
  expect(list["unsubscribe-post"].name).toBe("List-Unsubscribe=One-Click");
  const { pathname, origin } = new URL(list.unsubscribe.url);
  expect(origin).toBe("https://ours.example");
  const token = pathname.split("/")[2] ?? "";
  const body = new URLSearchParams("List-Unsubscribe=One-Click");
  const press = () =>
    POST(new Request(list.unsubscribe.url, { method: "POST", body }), { params: Promise.resolve({ token }) });
  expect((await press()).status).toBe(200);
  expect((await press()).status).toBe(200);
  expect(await listFollows(person)).toEqual([]);
});

test("who follows a whole strategy hears of its answers", async () => {
  const person = await withAddress("reader@example.org");
  await createFollow(person, { strategy: "dorset", section: null });
  await db().answer.create({
    data: {
      strategyId: "dorset",
      bodyId: "dorset",
      sourceKind: "theme",
      sourceId: "pay",
      state: "published",
      publishedRevision: 1,
      week,
    },
  });
  expect(await sendDigest(person.accountId, week)).toBe("sent");
  expect(mails.at(-1)?.text).toMatch(/Dorset: 1 new answer\nhttps:\/\/ours.example\/strategies\/dorset\/answers/);
  await db().answer.deleteMany({ where: { strategyId: "dorset" } });
});

test("nothing new, nothing sent; nothing without an address; a made-up token stops nothing", async () => {
  const person = await withAddress("other@example.org");
  await createFollow(person, { strategy: "dorset", section: null });
  expect(await sendDigest(person.accountId, week)).toBe("skipped");
  await expect(createFollow(visitor, { strategy: strategyId, section: null })).rejects.toThrow("email address");
  await expect(createFollow(person, { strategy: strategyId, section: 999 })).rejects.toThrow();
  await expect(createFollow(person, { strategy: "nowhere", section: null })).rejects.toThrow();
  await expect(unsubscribeByToken("A".repeat(60))).rejects.toThrow();
  expect(await listFollows(person)).toHaveLength(1);
  await deleteFollow(person, { strategy: "dorset", section: null });
  expect(await listFollows(person)).toEqual([]);
});

test("who follows one part is told of the answers to what was said on it, and to no other", async () => {
  const section = async (number: number) =>
    (await db().section.findFirstOrThrow({ where: { strategyId, number }, select: { id: true } })).id;
  const thread = await db().thread.findFirstOrThrow({ where: { strategyId, sectionId: await section(1) } });
  const [paragraph] = await db().versionParagraph.findMany({ where: { sectionId: await section(2) }, take: 1 });
  const revision = { number: 1, decision: "accepted" as const, why: "We agree.", writtenById: "x", publishedAt: week };
  const answer = { strategyId, bodyId: strategyId, state: "published" as const, publishedRevision: 1, week };
  await db().answer.create({
    data: { ...answer, sourceKind: "thread", sourceId: thread.id, revisions: { create: revision } },
  });
  const { paragraphId, versionId } = paragraph ?? { paragraphId: "", versionId: "" };
  const changed = { ...revision, changed: "A bus at five.", paragraphId, versionId };
  await db().answer.create({
    data: { ...answer, sourceKind: "theme", sourceId: "pay", revisions: { create: changed } },
  });
  const person = await withAddress("follows-parts@example.org");
  for (const number of [1, 2, 3]) await createFollow(person, { strategy: strategyId, section: number });
  const items = await listDigestItems(person.accountId, week, "https://ours.example");
  const counts = items.map(({ comments, answers, link }) => [comments, answers, new URL(link).pathname]);
  expect(counts.sort().toReversed()).toEqual([
    [2, 1, "/strategies/cornwall-scilly/sections/1"],
    [0, 1, "/strategies/cornwall-scilly/answers"],
  ]);
});
