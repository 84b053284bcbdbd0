import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteExpiredDrafts, discardDraft, saveDraft } from "@/lib/comments/drafts/draft.commands";
import { getDraft, listOwnDrafts } from "@/lib/comments/drafts/draft.queries";
import { formatDraftPlace, parseDraftPlace } from "@/lib/comments/drafts/draft.rules";
import { draftValues } from "@/lib/comments/drafts/draft.schema";
import { reviseComment } from "@/lib/comments/revision.commands";
import { startThread } from "@/lib/comments/submission.commands";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { visitor } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeCommentInput, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
beforeAll(() => openStrategy("west-midlands"));

const slug = "west-midlands";
const place = { number: 1, paragraph: null };
const draftWith = (text: string) => draftValues.parse({ text, themes: ["skills"] });

test("a draft is there again, for its writer alone, and locked in the table", async () => {
  const [person, other] = [await makeAccount(), await makeAccount()];
  await saveDraft(person, slug, place, draftWith("The first bus, half written"), 0);
  expect(await getDraft(person, slug, place)).toEqual({ version: 1, values: draftWith("The first bus, half written") });
  expect(await getDraft(other, slug, place)).toBeNull();
  expect(await listOwnDrafts(other)).toEqual([]);
  expect(await listOwnDrafts(person)).toMatchObject([{ strategyId: slug, place, text: "The first bus, half written" }]);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query("SELECT d::text AS row FROM drafts d");
  await client.end();
  expect(rows).toHaveLength(1);
  expect(rows[0].row).not.toMatch(/half written|7468652066|bus/);
  expect(rows[0].row).not.toContain(person.accountId);
});

test("who came back by receipt has drafts in that strategy only; a visitor has none", async () => {
  const { participantId } = await sendHeldComment(slug);
  const person = { ...visitor, participantId, participantStrategyId: slug };
  expect(await saveDraft(person, slug, place, draftWith("By receipt"), 0)).toBe(1);
  expect((await getDraft(person, slug, place))?.values.text).toBe("By receipt");
  await expect(saveDraft(person, "cornwall-scilly", place, draftWith("Elsewhere"), 0)).rejects.toThrow(RuleViolation);
  await expect(saveDraft(visitor, slug, place, draftWith("Nobody's"), 0)).rejects.toThrow(RuleViolation);
});

test("of two windows one wins, and the other is told; neither brings back what was sent", async () => {
  const person = await makeAccount();
  const first = await Promise.allSettled(
    [1, 2].map((n) => saveDraft(person, slug, place, draftWith(`Window ${n}`), 0)),
  );
  expect(first.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await saveDraft(person, slug, place, draftWith("Further"), 1)).toBe(2);
  await expect(saveDraft(person, slug, place, draftWith("From before"), 1)).rejects.toThrow(Conflict);
  expect((await getDraft(person, slug, place))?.values.text).toBe("Further");
  await startThread(person, slug, 1, await makeCommentInput(slug));
  expect(await listOwnDrafts(person)).toEqual([]);
  await expect(saveDraft(person, slug, place, draftWith("Late"), 2)).rejects.toThrow(Conflict);
  expect(await listOwnDrafts(person)).toEqual([]);
});

test("sending on a section leaves the draft on its paragraph", async () => {
  const person = await makeAccount();
  const onThread = { thread: "nowhere" };
  await expect(saveDraft(person, slug, onThread, draftWith("A reply"), 0)).rejects.toThrow(NotFound);
  await expect(saveDraft(person, slug, { number: 1, paragraph: "none" }, draftWith("x"), 0)).rejects.toThrow(NotFound);
  await saveDraft(person, slug, { number: 2, paragraph: null }, draftWith("On part two"), 0);
  await startThread(person, slug, 1, await makeCommentInput(slug));
  expect(await listOwnDrafts(person)).toHaveLength(1);
});

test("a change to one's own comment is kept too, until it is sent or can be changed no more", async () => {
  const person = await makeAccount();
  const { commentId, comment } = await sendHeldComment(slug, {}, person);
  const change = { comment: commentId };
  await saveDraft(person, slug, change, draftWith("Later than half past five"), 0);
  expect((await listOwnDrafts(person)).map((draft) => draft.place)).toEqual([change]);
  await expect(saveDraft(await makeAccount(), slug, change, draftWith("Not mine"), 0)).rejects.toThrow(NotFound);
  await expect(saveDraft(person, "cornwall-scilly", change, draftWith("Elsewhere"), 0)).rejects.toThrow(NotFound);
  await reviseComment(person, commentId, { text: "Later than half past five", version: comment.version });
  expect(await listOwnDrafts(person)).toEqual([]);
  await db().comment.update({ where: { id: commentId }, data: { state: "rejected" } });
  await expect(saveDraft(person, slug, change, draftWith("Too late"), 0)).rejects.toThrow(NotFound);
});

test("thrown away by its writer, erased with them, and forgotten after thirty days", async () => {
  const [person, other] = [await makeAccount(), await makeAccount()];
  await saveDraft(person, slug, place, draftWith("To be thrown away"), 0);
  const id = (await listOwnDrafts(person))[0]?.id ?? "";
  await discardDraft(other, id);
  expect(await listOwnDrafts(person)).toHaveLength(1);
  await discardDraft(person, id);
  expect(await listOwnDrafts(person)).toEqual([]);
  await saveDraft(person, slug, place, draftWith("Erased"), 0);
  await erasePerson(person);
  expect(await listOwnDrafts(person)).toEqual([]);
  await saveDraft(other, slug, place, draftWith("Old"), 0);
  const day = 24 * 60 * 60_000;
  await deleteExpiredDrafts(new Date(Date.now() + 29 * day));
  expect(await listOwnDrafts(other)).toHaveLength(1);
  await deleteExpiredDrafts(new Date(Date.now() + 31 * day));
  expect(await listOwnDrafts(other)).toEqual([]);
});

test("a place is read back as it was written", () => {
  for (const any of [place, { number: 12, paragraph: "para-1_x" }, { thread: "abc" }, { comment: "x_1-" }])
    expect(parseDraftPlace(formatDraftPlace(any))).toEqual(any);
  for (const text of ["", "s", "t", "s1.", "s12345", "x1", "s1 "]) expect(parseDraftPlace(text)).toBeNull();
});
