import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import {
  decideAccessRequest,
  requestOriginalAccess,
  viewOriginal,
} from "@/lib/moderation/originals/access-request.commands";
import { getOriginal } from "@/lib/moderation/originals/original.queries";
import {
  listOriginals,
  listRequestsToDecide,
  listViewedOriginals,
} from "@/lib/moderation/originals/original-list.queries";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { type Person, visitor } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeAccount,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const area = "cornwall-scilly";
const requestInput = { reason: "Her lawyer asks what it said, by a letter of Monday." };
let [one, colleague, second, elsewhere, admin]: Person[] = [];
const cast = () => {
  if (!one || !colleague || !second || !elsewhere || !admin) throw new Error("not made yet");
  return { one, colleague, second, elsewhere, admin };
};

beforeAll(async () => {
  await openStrategy(area);
  one = await makeRep(area);
  colleague = await makeRep(area);
  second = await makeRep(area, "gmb");
  elsewhere = await makeRep("west-midlands", "gmb");
  const account = await makeAccount();
  await db().grant.create({ data: { accountId: account.accountId ?? "", role: "admin" } });
  admin = { ...account, grants: [{ role: "admin", bodyId: null, unionId: null }] };
});

/** A published comment with a masked word. */
async function makeOriginal(text = "Ask Demelza about the early bus.", author = visitor) {
  const { one: rep } = cast();
  const { caseId, comment, participantId } = await sendHeldComment(area, { text }, author);
  await decideAndMakeEdition(rep, caseId);
  const { id } = await openCase(db(), { kind: "check", strategyId: area, commentId: comment.id, revision: 1 });
  const mask = { decision: "redact", version: 2, reason: "identifies-someone", phrases: ["Demelza"] } as const;
  await decideCase(rep, id, { ...publishDecision, ...mask, phrases: [...mask.phrases] });
  const sealed = await db().sealedOriginal.findFirstOrThrow({ where: { commentId: comment.id } });
  const writer = author.accountId ? author : { ...visitor, participantId, participantStrategyId: area };
  return { id: sealed.id, author: writer, comment };
}

async function requestAccess(person: Person, id: string): Promise<string> {
  await requestOriginalAccess(person, id, requestInput);
  return (
    await db().originalAccessRequest.findFirstOrThrow({ where: { originalId: id }, orderBy: { requestedAt: "desc" } })
  ).id;
}

describe("opening a sealed original", () => {
  test("takes two people of two unions and a reason, is audited, and notifies the author", async () => {
    const { one, second } = cast();
    const { id, author } = await makeOriginal();
    expect(JSON.stringify(await getOriginal(one, id))).not.toContain("Demelza");
    const request = await requestAccess(one, id);
    await expect(viewOriginal(one, id, request)).rejects.toThrow(RuleViolation);
    expect((await listRequestsToDecide(second)).map((row) => row.id)).toContain(id);
    await decideAccessRequest(second, id, request, true);
    expect(await listViewedOriginals(author)).toEqual([]);
    expect(await viewOriginal(one, id, request)).toBe("Ask Demelza about the early bus.");
    expect(await viewOriginal(one, id, request)).toContain("Demelza"); // the first response may be lost
    expect(await listViewedOriginals(author)).toMatchObject([{ reason: requestInput.reason }]);
    expect(await db().notice.count({ where: { kind: "original-opened" } })).toBe(1);
    const events = await db().auditEvent.findMany({
      where: { subject: `original:${id}` },
      orderBy: { occurredAt: "asc" },
    });
    expect(events.map(({ action, accountId }) => [action, accountId])).toEqual([
      ["originals.requestAccess", one.accountId],
      ["originals.approveAccess", second.accountId],
      ["originals.view", one.accountId],
    ]);
    expect(JSON.stringify(events)).not.toContain("Demelza");
  });

  test("cannot be approved by the requester, a rep of the same union or the author; a rep of another area sees nothing", async () => {
    const { one, colleague, second, elsewhere, admin } = cast();
    const { id } = await makeOriginal("Ask Demelza again.", second);
    const request = await requestAccess(one, id);
    await expect(decideAccessRequest(one, id, request, true)).rejects.toThrow("You asked");
    await expect(decideAccessRequest(colleague, id, request, true)).rejects.toThrow(
      "in the same union as the person who asked",
    );
    await expect(decideAccessRequest(second, id, request, true)).rejects.toThrow("You wrote it");
    for (const person of [elsewhere, visitor, await makeAccount()]) {
      await expect(decideAccessRequest(person, id, request, true)).rejects.toThrow(NotFound);
      await expect(requestOriginalAccess(person, id, requestInput)).rejects.toThrow(NotFound);
      await expect(viewOriginal(person, id, request)).rejects.toThrow(NotFound);
      expect(await getOriginal(person, id)).toBeNull();
    }
    await expect(requestOriginalAccess(second, id, requestInput)).rejects.toThrow("You wrote it");
    await expect(requestOriginalAccess(admin, id, requestInput)).rejects.toThrow("rep of the area");
    await expect(requestOriginalAccess(colleague, id, requestInput)).rejects.toThrow("Somebody has already asked");
    await decideAccessRequest(admin, id, request, true);
    for (const person of [colleague, second, admin])
      await expect(viewOriginal(person, id, request)).rejects.toThrow(NotFound);
  });

  test("a refusal is final; of two decisions at once one counts; an approval ends after a day, or minutes after viewing", async () => {
    const { one, second, admin } = cast();
    const { id } = await makeOriginal();
    const refused = await requestAccess(one, id);
    await decideAccessRequest(second, id, refused, false);
    await expect(viewOriginal(one, id, refused)).rejects.toThrow("has ended");
    const late = await requestAccess(one, id);
    const decisions = await Promise.allSettled([
      decideAccessRequest(second, id, late, true),
      decideAccessRequest(admin, id, late, true),
    ]);
    const lost = decisions.filter((answer) => answer.status === "rejected");
    expect(lost.map(({ reason }) => reason)).toEqual([expect.any(Conflict)]);
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    await db().originalAccessRequest.update({ where: { id: late }, data: { decidedAt: yesterday } });
    await expect(viewOriginal(one, id, late)).rejects.toThrow("has ended");
    const again = await requestAccess(one, id);
    await decideAccessRequest(second, id, again, true);
    await viewOriginal(one, id, again);
    await db().originalAccessRequest.update({
      where: { id: again },
      data: { viewedAt: new Date(Date.now() - 11 * 60_000) },
    });
    await expect(viewOriginal(one, id, again)).rejects.toThrow("has ended");
    expect((await getOriginal(one, id))?.requests.map(({ state }) => state)).toEqual(["expired", "expired", "refused"]);
  });

  test("of two requests at once one is saved", async () => {
    const { one, second } = cast();
    const { id } = await makeOriginal();
    const requests = await Promise.allSettled([
      requestOriginalAccess(one, id, requestInput),
      requestOriginalAccess(second, id, requestInput),
    ]);
    expect(requests.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("erasure destroys the key, even of an approved request, and the page says so", async () => {
    const { one, second } = cast();
    const { id, author } = await makeOriginal();
    const request = await requestAccess(one, id);
    await decideAccessRequest(second, id, request, true);
    await erasePerson(author);
    await expect(viewOriginal(one, id, request)).rejects.toThrow("The key has been deleted");
    expect(await getOriginal(one, id)).toMatchObject({ isErased: true, canRequest: false });
    const { sealedKey, sealedText } = await db().sealedOriginal.findUniqueOrThrow({ where: { id } });
    expect([sealedKey, sealedText.length]).toEqual([null, 0]);
  });

  test("the list holds the originals of the area, newest first", async () => {
    const { one, elsewhere } = cast();
    const { id } = await makeOriginal();
    expect((await listOriginals(one, null)).items[0]?.id).toBe(id);
    expect((await listOriginals(elsewhere, null)).items).toEqual([]);
  });
});
