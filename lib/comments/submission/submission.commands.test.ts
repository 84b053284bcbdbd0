import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { getThread } from "@/lib/comments/comment.queries";
import { listOwn } from "@/lib/comments/own-comment.queries";
import { replyTo, startThread } from "@/lib/comments/submission/submission.commands";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { withdraw } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { hearQueue } from "@/lib/moderation/queue/queue-listener";
import * as rules from "@/lib/people/alias.rules";
import { visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, newestVersion, openStrategy, publishIt, sendOne, typed } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);

beforeAll(async () => {
  for (const id of ["west-midlands", "cornwall-scilly"]) await openStrategy(id);
});

describe("sending a comment", () => {
  test("waits for a rep, with everything that belongs to it", async () => {
    const { comment, caseId, receipt, alias } = await sendOne("west-midlands", {
      district: "E08000027",
      sector: "H",
      themes: ["pay"],
      stance: "against",
    });
    expect(comment).toMatchObject({
      state: "held",
      text: "",
      lepId: "black-country",
      vintage: "2021",
      week: null,
      stance: "against",
    });
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(alias).toMatch(/\S/);
    const row = await db().case.findUniqueOrThrow({ where: { id: caseId } });
    expect(row).toMatchObject({ kind: "pre_moderation", state: "open", revision: 1 });
  });

  test("is told, a moment after it is there, to whoever looks at that area's queue", async () => {
    const heard: string[] = [];
    const { stop } = hearQueue((areaIds) => void heard.push(...areaIds));
    const listening = () => db().$queryRaw`SELECT FROM pg_stat_activity
      WHERE query = 'LISTEN queue' AND state = 'idle' AND datname = current_database()`;
    try {
      await expect.poll(listening).toHaveLength(1);
      await sendOne("cornwall-scilly");
      await expect.poll(() => heard).toContain("cornwall-scilly");
    } finally {
      stop();
    }
  });

  test("the same form twice writes once, and gives the same receipt", async () => {
    const input = await typed("west-midlands");
    const first = await startThread(visitor, "west-midlands", 1, input);
    const second = await startThread(visitor, "west-midlands", 1, input);
    expect(second).toMatchObject({ commentId: first.commentId, receipt: first.receipt });
    expect(await db().comment.count({ where: { formId: input.formId } })).toBe(1);
  });

  test("the same form twice at once writes once", async () => {
    const input = await typed("west-midlands");
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => startThread(visitor, "west-midlands", 1, input)));
    expect(await db().comment.count({ where: { formId: input.formId } })).toBe(1);
    const receipts = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value.receipt] : []));
    expect(new Set(receipts).size).toBe(1);
    expect(receipts).toHaveLength(4);
  });

  test("a person with an account has one alias in a strategy, another elsewhere, and no receipt", async () => {
    const person = await makeAccount();
    const [one, two] = [await sendOne("west-midlands", {}, person), await sendOne("west-midlands", {}, person)];
    const other = await sendOne("cornwall-scilly", {}, person);
    expect(one.receipt).toBeNull();
    expect(two.participantId).toBe(one.participantId);
    expect(other.participantId).not.toBe(one.participantId);
  });

  test("somebody with a receipt goes on as the same participant", async () => {
    const first = await sendOne("west-midlands");
    const person = { ...visitor, participantId: first.participantId, participantStrategyId: "west-midlands" };
    expect((await sendOne("west-midlands", {}, person)).participantId).toBe(first.participantId);
  });

  test("no workplace and several LEPs: under no LEP; one LEP: under that", async () => {
    expect((await sendOne("west-midlands")).comment.lepId).toBeNull();
    expect((await sendOne("cornwall-scilly")).comment.lepId).toBe("cornwall-scilly");
  });

  test("refused when the strategy is not open, the section is not there, or changed since", async () => {
    await expect(startThread(visitor, "dorset", 1, await typed("dorset"))).rejects.toThrow(Refused);
    await expect(startThread(visitor, "west-midlands", 999, await typed("west-midlands"))).rejects.toThrow(NotFound);
    await expect(startThread(visitor, "nowhere", 1, await typed("west-midlands"))).rejects.toThrow(NotFound);
    const stale = await typed("west-midlands", { versionId: "another" });
    await expect(startThread(visitor, "west-midlands", 1, stale)).rejects.toThrow(Conflict);
    expect(await db().comment.count({ where: { formId: stale.formId } })).toBe(0);
  });

  test("refused: a district of elsewhere, one that has left, an unknown theme or sector; nothing half written", async () => {
    const before = await db().participant.count();
    for (const wrong of [{ district: "E06000052" }, { district: "E99999999" }]) {
      await expect(startThread(visitor, "west-midlands", 1, await typed("west-midlands", wrong))).rejects.toThrow();
    }
    for (const wrong of [{ themes: ["no-such-theme"] }, { sector: "ZZ" }]) {
      await expect(startThread(visitor, "west-midlands", 1, await typed("west-midlands", wrong))).rejects.toThrow(
        Refused,
      );
    }
    expect(await db().participant.count()).toBe(before);
  });
});

describe("a comment on a paragraph", () => {
  test("is kept with it, and with no other section's", async () => {
    const version = await newestVersion("west-midlands");
    const place = (number: number) =>
      db().versionParagraph.findFirstOrThrow({ where: { versionId: version, section: { number } } });
    const { paragraphId } = await place(1);
    const { comment } = await sendOne("west-midlands", { paragraph: paragraphId });
    expect(await db().thread.findUnique({ where: { id: comment.threadId } })).toMatchObject({ paragraphId });
    const elsewhere = await typed("west-midlands", { paragraph: (await place(2)).paragraphId });
    await expect(startThread(visitor, "west-midlands", 1, elsewhere)).rejects.toThrow(NotFound);
  });
});

describe("replies", () => {
  test("need a comment that is published", async () => {
    const { caseId, comment } = await sendOne("cornwall-scilly");
    const reply = {
      text: "Same here.",
      stance: null,
      versionId: await newestVersion("cornwall-scilly"),
      formId: newFormId(),
    };
    await expect(replyTo(visitor, "cornwall-scilly", comment.threadId, reply)).rejects.toThrow(NotFound);
    const rep = await makeRep("cornwall-scilly");
    await decide(rep, caseId, publishIt);
    const sent = await replyTo(visitor, "cornwall-scilly", comment.threadId, reply);
    const row = await db().case.findFirstOrThrow({ where: { commentId: sent.commentId } });
    expect((await getThread("cornwall-scilly", comment.threadId, null))?.replies.items).toEqual([]);
    await decide(rep, row.id, publishIt);
    const thread = await getThread("cornwall-scilly", comment.threadId, null);
    expect(thread?.replies.items.map(({ text }) => text)).toEqual(["Same here."]);
    const [listed] = (await listThreads({ strategyId: "cornwall-scilly" })).items.filter(
      ({ id }) => id === comment.threadId,
    );
    expect(listed?.replyCount).toBe(1);
  });

  test("refused in a locked thread, and after the first comment went", async () => {
    const { caseId, comment, participantId } = await sendOne("cornwall-scilly");
    await decide(await makeRep("cornwall-scilly"), caseId, publishIt);
    const reply = async () => ({
      text: "Hm.",
      stance: null,
      versionId: await newestVersion("cornwall-scilly"),
      formId: newFormId(),
    });
    await db().thread.update({ where: { id: comment.threadId }, data: { state: "locked" } });
    await expect(replyTo(visitor, "cornwall-scilly", comment.threadId, await reply())).rejects.toThrow(
      "A rep has closed",
    );
    await db().thread.update({ where: { id: comment.threadId }, data: { state: "open" } });
    await withdraw({ ...visitor, participantId, participantStrategyId: "cornwall-scilly" }, comment.id);
    await expect(replyTo(visitor, "cornwall-scilly", comment.threadId, await reply())).rejects.toThrow("is gone");
  });
});

describe("taking a comment back", () => {
  test("blanks its words everywhere, closes its case, leaves a mark when it was published", async () => {
    const { caseId, comment, participantId } = await sendOne("cornwall-scilly", { text: "Words to take back" });
    await decide(await makeRep("cornwall-scilly"), caseId, publishIt);
    const person = { ...visitor, participantId, participantStrategyId: "cornwall-scilly" };
    await withdraw(person, comment.id);
    const thread = await getThread("cornwall-scilly", comment.threadId, null);
    expect(thread?.first).toMatchObject({ state: "withdrawn", text: "" });
    const rows = await db().$queryRaw<{ n: bigint }[]>`SELECT count(*) n FROM revisions WHERE text LIKE '%take back%'`;
    expect(Number(rows[0]?.n)).toBe(0);
    expect((await listOwn(person, null)).items[0]).toMatchObject({ state: "withdrawn", text: "" });
  });

  test("only by its author, and once", async () => {
    const { comment, participantId } = await sendOne("cornwall-scilly");
    const other = await sendOne("cornwall-scilly");
    await expect(withdraw({ ...visitor, participantId: other.participantId }, comment.id)).rejects.toThrow(NotFound);
    await expect(withdraw(visitor, comment.id)).rejects.toThrow(NotFound);
    await withdraw({ ...visitor, participantId }, comment.id);
    await expect(withdraw({ ...visitor, participantId }, comment.id)).rejects.toThrow(NotFound);
  });
});

test("somebody new takes the first free one of the aliases that were drawn", async () => {
  const strategyId = "cornwall-scilly";
  const drawn = ["Calm Curlew 10", "Calm Curlew 11", "Calm Curlew 12", "Calm Curlew 13"];
  const names = vi.spyOn(rules, "makeAlias");
  const draw = () => {
    for (const name of drawn) names.mockReturnValueOnce(name);
  };
  const aliases: string[] = [];
  for (let n = 0; n < 4; n++) {
    draw();
    aliases.push((await sendOne(strategyId)).alias);
  }
  draw(); // none is free: four others are drawn
  aliases.push((await sendOne(strategyId)).alias);
  names.mockRestore();
  expect(aliases.slice(0, 4)).toEqual(drawn);
  expect(drawn).not.toContain(aliases[4]);
});

test("after all of this the tallies agree with the comments", async () => {
  expect(await verifyTallies()).toEqual([]);
});
