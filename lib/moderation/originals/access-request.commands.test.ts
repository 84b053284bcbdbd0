import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { answerOpening, askToOpen, showOriginal } from "@/lib/moderation/originals/access-request.commands";
import { getOriginal } from "@/lib/moderation/originals/original.queries";
import { listOpened, listOriginals, listWaiting } from "@/lib/moderation/originals/original-list.queries";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { type Person, visitor } from "@/lib/people/person.policy";
import { eraseMe } from "@/lib/people/privacy/erasure.commands";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);

const area = "cornwall-scilly";
const why = { why: "Her lawyer asks what it said, by a letter of Monday." };
let [one, colleague, second, elsewhere, admin]: Person[] = [];
const who = () => {
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

/** A published comment of which a word was masked. */
async function makeOriginal(text = "Ask Demelza about the early bus.", author = visitor) {
  const { one: rep } = who();
  const { caseId, comment, participantId } = await sendOne(area, { text }, author);
  await decide(rep, caseId, publishIt);
  const { id } = await openCase(db(), { kind: "check", strategyId: area, commentId: comment.id, revision: 1 });
  const mask = { deed: "redact", version: 2, reason: "identifies-someone", words: ["Demelza"] } as const;
  await decide(rep, id, { ...publishIt, ...mask, words: [...mask.words] });
  const sealed = await db().sealedOriginal.findFirstOrThrow({ where: { commentId: comment.id } });
  const writer = author.accountId ? author : { ...visitor, participantId, participantStrategyId: area };
  return { id: sealed.id, author: writer, comment };
}

async function ask(person: Person, id: string): Promise<string> {
  await askToOpen(person, id, why);
  return (await db().originalOpening.findFirstOrThrow({ where: { originalId: id }, orderBy: { askedAt: "desc" } })).id;
}

describe("opening a sealed original", () => {
  test("takes two people of two unions and a reason; is logged; and its author is told", async () => {
    const { one, second } = who();
    const { id, author } = await makeOriginal();
    expect(JSON.stringify(await getOriginal(one, id))).not.toContain("Demelza");
    const opening = await ask(one, id);
    await expect(showOriginal(one, id, opening)).rejects.toThrow(Refused);
    expect((await listWaiting(second)).map((row) => row.id)).toContain(id);
    await answerOpening(second, id, opening, true);
    expect(await listOpened(author)).toEqual([]);
    expect(await showOriginal(one, id, opening)).toBe("Ask Demelza about the early bus.");
    expect(await showOriginal(one, id, opening)).toContain("Demelza"); // the first page may have been lost
    expect(await listOpened(author)).toMatchObject([{ why: why.why }]);
    expect(await db().notice.count({ where: { kind: "original-opened" } })).toBe(1);
    const events = await db().auditEvent.findMany({ where: { subject: `original:${id}` }, orderBy: { at: "asc" } });
    expect(events.map(({ deed, accountId }) => [deed, accountId])).toEqual([
      ["originals.ask", one.accountId],
      ["originals.agree", second.accountId],
      ["originals.show", one.accountId],
    ]);
    expect(JSON.stringify(events)).not.toContain("Demelza");
  });

  test("nobody agrees with themselves, nor a rep of the same union, nor the author; a rep of elsewhere sees nothing", async () => {
    const { one, colleague, second, elsewhere, admin } = who();
    const { id } = await makeOriginal("Ask Demelza again.", second);
    const opening = await ask(one, id);
    await expect(answerOpening(one, id, opening, true)).rejects.toThrow("You asked");
    await expect(answerOpening(colleague, id, opening, true)).rejects.toThrow("of the union of the one who asked");
    await expect(answerOpening(second, id, opening, true)).rejects.toThrow("You wrote it");
    for (const person of [elsewhere, visitor, await makeAccount()]) {
      await expect(answerOpening(person, id, opening, true)).rejects.toThrow(NotFound);
      await expect(askToOpen(person, id, why)).rejects.toThrow(NotFound);
      await expect(showOriginal(person, id, opening)).rejects.toThrow(NotFound);
      expect(await getOriginal(person, id)).toBeNull();
    }
    await expect(askToOpen(second, id, why)).rejects.toThrow("You wrote it");
    await expect(askToOpen(admin, id, why)).rejects.toThrow("A rep of the area");
    await expect(askToOpen(colleague, id, why)).rejects.toThrow("Somebody has asked");
    await answerOpening(admin, id, opening, true);
    for (const person of [colleague, second, admin])
      await expect(showOriginal(person, id, opening)).rejects.toThrow(NotFound);
  });

  test("refused is refused; of two answers at once one counts; it ends after a day, and minutes after it was shown", async () => {
    const { one, second, admin } = who();
    const { id } = await makeOriginal();
    const refused = await ask(one, id);
    await answerOpening(second, id, refused, false);
    await expect(showOriginal(one, id, refused)).rejects.toThrow("over");
    const asked = await ask(one, id);
    const answers = await Promise.allSettled([
      answerOpening(second, id, asked, true),
      answerOpening(admin, id, asked, true),
    ]);
    const lost = answers.filter((answer) => answer.status === "rejected");
    expect(lost.map(({ reason }) => reason)).toEqual([expect.any(Conflict)]);
    const long = new Date(Date.now() - 25 * 3_600_000);
    await db().originalOpening.update({ where: { id: asked }, data: { answeredAt: long } });
    await expect(showOriginal(one, id, asked)).rejects.toThrow("over");
    const again = await ask(one, id);
    await answerOpening(second, id, again, true);
    await showOriginal(one, id, again);
    await db().originalOpening.update({ where: { id: again }, data: { shownAt: new Date(Date.now() - 11 * 60_000) } });
    await expect(showOriginal(one, id, again)).rejects.toThrow("over");
    expect((await getOriginal(one, id))?.openings.map(({ state }) => state)).toEqual(["over", "over", "refused"]);
  });

  test("of two who ask at once one does", async () => {
    const { one, second } = who();
    const { id } = await makeOriginal();
    const asked = await Promise.allSettled([askToOpen(one, id, why), askToOpen(second, id, why)]);
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("erasure destroys the key, and it says so, though it was agreed", async () => {
    const { one, second } = who();
    const { id, author } = await makeOriginal();
    const opening = await ask(one, id);
    await answerOpening(second, id, opening, true);
    await eraseMe(author);
    await expect(showOriginal(one, id, opening)).rejects.toThrow("The key is gone");
    expect(await getOriginal(one, id)).toMatchObject({ isErased: true, canAsk: false });
    const { sealedKey, sealedText } = await db().sealedOriginal.findUniqueOrThrow({ where: { id } });
    expect([sealedKey, sealedText.length]).toEqual([null, 0]);
  });

  test("the list is the area's, the newest first", async () => {
    const { one, elsewhere } = who();
    const { id } = await makeOriginal();
    expect((await listOriginals(one, null)).items[0]?.id).toBe(id);
    expect((await listOriginals(elsewhere, null)).items).toEqual([]);
  });
});
