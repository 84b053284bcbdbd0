import { afterAll, beforeAll, expect, test } from "vitest";
import { saveDraft } from "@/lib/comments/drafts/draft.commands";
import { listOwnDrafts } from "@/lib/comments/drafts/draft.queries";
import { draftValues } from "@/lib/comments/drafts/draft.schema";
import { startThread } from "@/lib/comments/submission.commands";
import { formDraftOf, getWriter, isSameWriter } from "@/lib/comments/writer.queries";
import { visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeCommentInput, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const slug = "west-midlands";
beforeAll(() => openStrategy(slug));

test("the form says as whom it writes: by alias once there is one, else who gets a new one", async () => {
  const person = await makeAccount();
  expect(await getWriter(person, slug)).toMatchObject({ kind: "account", alias: null });
  const { alias } = await sendHeldComment(slug, {}, person);
  expect(await getWriter(person, slug)).toMatchObject({ kind: "known", alias });
  expect(await getWriter(visitor, slug)).toEqual({ kind: "visitor", alias: null, token: "" });
  const sent = await sendHeldComment(slug);
  const byReceipt = { ...visitor, participantId: sent.participantId, participantStrategyId: slug };
  expect(await getWriter(byReceipt, slug)).toMatchObject({ kind: "known", alias: sent.alias });
  const elsewhere = { ...byReceipt, participantStrategyId: "cornwall-scilly" };
  expect(await getWriter(elsewhere, slug)).toEqual({ kind: "other-receipt", alias: null, token: "" });
});

test("what is sent is compared with who the form was shown to, without naming them", async () => {
  const [person, other] = [await makeAccount(), await makeAccount()];
  const { token } = await getWriter(person, slug);
  expect(isSameWriter(token, person, slug)).toBe(true);
  expect(token).not.toContain(person.accountId ?? "");
  for (const [someone, strategy] of [
    [other, slug],
    [visitor, slug],
    [person, "cornwall-scilly"],
  ] as const)
    expect(isSameWriter(token, someone, strategy)).toBe(false);
  expect(isSameWriter("", visitor, slug)).toBe(true);
  expect(isSameWriter("", person, slug)).toBe(false);
  expect(isSameWriter("made up", person, slug)).toBe(false);
  expect(isSameWriter(undefined, person, slug)).toBe(true); // a form from before an update does not say
});

test("who goes on without an account sends the draft of the account too: it is not sent a second time", async () => {
  const person = await makeAccount();
  await saveDraft(person, slug, { number: 1, paragraph: null }, draftValues.parse({ text: "Half" }), 0);
  const { token } = await getWriter(person, slug);
  const formDraft = formDraftOf({ draftOwner: token, draftPlace: "s1" });
  expect(formDraft).toBeDefined();
  const sender = { client: "a-network", puzzle: "", formDraft, tokens: { token: "x".repeat(26), previousToken: null } };
  await startThread(visitor, slug, 1, await makeCommentInput(slug), sender);
  expect(await listOwnDrafts(person)).toEqual([]);
  expect(formDraftOf({ draftOwner: "made up", draftPlace: "s1" })).toBeUndefined();
});
