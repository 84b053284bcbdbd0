import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/chain.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { react } from "@/lib/comments/reactions/reaction.commands";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { type Person, visitor } from "@/lib/people/person.policy";
import { consentWording } from "@/lib/people/privacy/consent.rules";
import { agreeAgain, endConsent } from "@/lib/people/privacy/erasure.commands";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
const [here, there] = ["cornwall-scilly", "west-midlands"];
let rep: Person;
beforeAll(async () => {
  for (const id of [here, there]) await openStrategy(id);
  rep = await makeRep(here);
});

const consentOf = (id: string) =>
  db().participant.findUniqueOrThrow({
    where: { id },
    select: { consentedTo: true, consentedAt: true, consentEndedAt: true },
  });

test("sending a comment records which words were agreed to; newer words are recorded at the next", async () => {
  const person = await makeAccount();
  const { participantId } = await sendOne(here, {}, person);
  expect(await consentOf(participantId)).toMatchObject({ consentedTo: consentWording, consentEndedAt: null });
  await db().participant.update({ where: { id: participantId }, data: { consentedTo: "2019-01" } });
  await sendOne(here, {}, person);
  expect(await consentOf(participantId)).toMatchObject({ consentedTo: consentWording });
});

test("taken back: all that was said in that strategy goes, other strategies stay, and the record verifies", async () => {
  const person = await makeAccount();
  const shown = await sendOne(here, { text: "Wrasse and pollack" }, person);
  await decide(rep, shown.caseId, publishIt);
  const elsewhere = await sendOne(there, {}, person);
  const others = await sendOne(here, { text: "Somebody else" });
  await decide(rep, others.caseId, publishIt);
  await react(person, here, { comment: others.commentId, value: "agree", formId: null }, "client");

  await endConsent(person, here);

  expect((await getThread(here, shown.comment.threadId, null))?.first).toMatchObject({ state: "withdrawn", text: "" });
  expect(await db().reaction.count({ where: { participantId: shown.participantId } })).toBe(0);
  expect(await db().comment.findUnique({ where: { id: others.commentId } })).toMatchObject({ agrees: 0 });
  expect(await db().comment.findUnique({ where: { id: elsewhere.commentId } })).toMatchObject({ state: "held" });
  expect((await consentOf(shown.participantId)).consentEndedAt).toBeInstanceOf(Date);
  expect(await verifyTallies()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);

  const again = { comment: others.commentId, value: "agree" as const, formId: null };
  await expect(react(person, here, again, "client")).rejects.toThrow(Refused);
  await expect(endConsent(person, here)).rejects.toThrow(NotFound);
  await agreeAgain(person, here);
  await react(person, here, again, "client");
  expect(await consentOf(shown.participantId)).toMatchObject({ consentedTo: consentWording, consentEndedAt: null });
  await expect(agreeAgain(person, here)).rejects.toThrow(NotFound);
});

test("writing again, under the words on the form, agrees again; nobody takes back for somebody else", async () => {
  const person = await makeAccount();
  const { participantId } = await sendOne(here, {}, person);
  for (const stranger of [visitor, await makeAccount()])
    await expect(endConsent(stranger, here)).rejects.toThrow(NotFound);
  await endConsent(person, here);
  await sendOne(here, {}, person);
  expect(await consentOf(participantId)).toMatchObject({ consentEndedAt: null });
});
