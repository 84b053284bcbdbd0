import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import { renewConsent, withdrawConsent } from "@/lib/people/privacy/consent.commands";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
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

test("a comment records the version of the consent, and the next one a newer version", async () => {
  const person = await makeAccount();
  const { participantId } = await sendHeldComment(here, {}, person);
  expect(await consentOf(participantId)).toMatchObject({ consentedTo: currentConsentVersion, consentEndedAt: null });
  await db().participant.update({ where: { id: participantId }, data: { consentedTo: "2019-01" } });
  await sendHeldComment(here, {}, person);
  expect(await consentOf(participantId)).toMatchObject({ consentedTo: currentConsentVersion });
});

test("withdrawing consent erases everything in that strategy and nothing in others, and the record still verifies", async () => {
  const person = await makeAccount();
  const shown = await sendHeldComment(here, { text: "Wrasse and pollack" }, person);
  await decideAndMakeEdition(rep, shown.caseId);
  const elsewhere = await sendHeldComment(there, {}, person);
  const others = await sendHeldComment(here, { text: "Somebody else" });
  await decideAndMakeEdition(rep, others.caseId);
  await reactToComment(person, here, { comment: others.commentId, value: "agree", formId: null }, "client");

  await withdrawConsent(person, here);

  expect((await getThread(here, shown.comment.threadId, null))?.first).toMatchObject({ state: "withdrawn", text: "" });
  expect(await db().reaction.count({ where: { participantId: shown.participantId } })).toBe(0);
  expect(await db().comment.findUnique({ where: { id: others.commentId } })).toMatchObject({ agrees: 0 });
  expect(await db().comment.findUnique({ where: { id: elsewhere.commentId } })).toMatchObject({ state: "held" });
  expect((await consentOf(shown.participantId)).consentEndedAt).toBeInstanceOf(Date);
  expect(await findTallyDifferences()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);

  const again = { comment: others.commentId, value: "agree" as const, formId: null };
  await expect(reactToComment(person, here, again, "client")).rejects.toThrow(RuleViolation);
  await expect(withdrawConsent(person, here)).rejects.toThrow(NotFound);
  await renewConsent(person, here);
  await reactToComment(person, here, again, "client");
  expect(await consentOf(shown.participantId)).toMatchObject({
    consentedTo: currentConsentVersion,
    consentEndedAt: null,
  });
  await expect(renewConsent(person, here)).rejects.toThrow(NotFound);
});

test("writing again gives consent again; nobody withdraws consent for somebody else", async () => {
  const person = await makeAccount();
  const { participantId } = await sendHeldComment(here, {}, person);
  for (const stranger of [visitor, await makeAccount()])
    await expect(withdrawConsent(stranger, here)).rejects.toThrow(NotFound);
  await withdrawConsent(person, here);
  await sendHeldComment(here, {}, person);
  expect(await consentOf(participantId)).toMatchObject({ consentEndedAt: null });
});
