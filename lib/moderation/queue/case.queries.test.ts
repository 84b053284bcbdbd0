import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { listNotices } from "@/lib/moderation/decisions/own-notice.queries";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { claimCase } from "@/lib/moderation/queue/claim.commands";
import { findNextCase } from "@/lib/moderation/queue/queue.queries";
import { helpMessage, withHelp } from "@/lib/moderation/safeguarding/help.rules";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const area = "cornwall-scilly";
let rep: Person = visitor;
const rejection = { ...publishDecision, decision: "reject", reason: "off-topic" } as const;

beforeAll(async () => {
  await openStrategy(area);
  rep = await makeRep(area);
});

test("a case shows its paragraph, section and earlier decisions on the alias, but none on anybody else", async () => {
  const author = await makeAccount();
  const { paragraphId, text } = await db().versionParagraph.findFirstOrThrow({
    where: { version: { strategyId: area }, section: { number: 1 } },
    orderBy: { version: { number: "desc" } },
  });
  const first = await sendHeldComment(area, { text: "The first bus comes too late." }, author);
  await decideCase(rep, first.caseId, rejection);
  const stranger = await sendHeldComment(area, { text: "The second bus comes too late." });
  await decideCase(rep, stranger.caseId, rejection);
  const { caseId } = await sendHeldComment(
    area,
    { text: "The third bus comes too late.", paragraph: paragraphId },
    author,
  );
  expect(await getCase(rep, caseId)).toMatchObject({
    ...{ paragraphText: text, sectionNumber: 1, isThreadPublic: false, earlierTexts: [] },
    aliasDecisions: [{ caseId: first.caseId, action: "reject", reason: "off-topic" }],
  });
  expect((await getCase(rep, stranger.caseId))?.aliasDecisions).toEqual([]);
});

test("what the author sent before is there once, and not where text was masked since", async () => {
  const { caseId, commentId } = await sendHeldComment(area, { text: "Maureen is late every day." });
  const revision = await db().revision.findFirstOrThrow({ where: { commentId } });
  await db().revision.create({ data: { ...revision, number: 2, text: "The bus is late every day." } });
  await db().comment.update({ where: { id: commentId }, data: { revision: 2 } });
  await db().case.update({ where: { id: caseId }, data: { revision: 2 } });
  expect((await getCase(rep, caseId))?.earlierTexts).toEqual(["Maureen is late every day."]);
  await db().comment.update({ where: { id: commentId }, data: { isRedacted: true } });
  expect((await getCase(rep, caseId))?.earlierTexts).toEqual([]);
});

test("after a decision comes the first case of the same filter that nobody reads", async () => {
  await db().case.updateMany({ where: { state: "open" }, data: { state: "lapsed" } });
  const sent: string[] = [];
  for (const text of ["One ferry.", "Two ferries.", "Three ferries."]) {
    const { caseId } = await sendHeldComment(area, { text });
    sent.push(caseId);
  }
  const [one = "", two = "", three = ""] = sent;
  await claimCase(await makeRep(area, "gmb"), two);
  await decideCase(rep, one, publishDecision);
  expect(await findNextCase(rep, {}, one)).toBe(three);
  expect(await findNextCase(rep, { q: "two" }, one)).toBeNull();
  expect(await findNextCase(rep, { state: "decided" }, one)).toBeNull();
});

test("an offer of help reaches the author of a published comment, after the rep's own message", async () => {
  const author = await makeAccount();
  const { caseId } = await sendHeldComment(area, { text: "I want to kill myself after these shifts." }, author);
  expect(await getCase(rep, caseId)).toMatchObject({ lane: "danger" });
  await decideCase(rep, caseId, { ...publishDecision, toAuthor: withHelp("Thank you for writing.") });
  const [notice] = (await listNotices(author, null)).items;
  expect(notice?.message).toBe(`Thank you for writing.\n\n${helpMessage}`);
  expect(withHelp(null)).toBe(helpMessage);
});
