import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { getThread } from "@/lib/comments/comment.queries";
import type { CommentInput } from "@/lib/comments/comment.schema";
import { listOwnComments } from "@/lib/comments/own-comment.queries";
import { replyToThread, startThread } from "@/lib/comments/submission.commands";
import { findParagraph } from "@/lib/comments/submission.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { Conflict, FormUsed, NotFound, RuleViolation } from "@/lib/errors";
import { subscribeToQueue } from "@/lib/moderation/queue/queue.queries";
import * as rules from "@/lib/people/alias.rules";
import { visitor } from "@/lib/people/person.policy";
import { newFormId, plainHash } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  getNewestVersionId,
  makeAccount,
  makeCommentInput,
  makeRep,
  openStrategy,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

beforeAll(async () => {
  for (const id of ["west-midlands", "cornwall-scilly"]) await openStrategy(id);
});

describe("sending a comment", () => {
  test("waits for a rep, with everything that belongs to it", async () => {
    const { comment, caseId, receipt, alias } = await sendHeldComment("west-midlands", {
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
    const notified: string[] = [];
    const { stop } = subscribeToQueue((areaIds) => void notified.push(...areaIds));
    const listening = () => db().$queryRaw`SELECT FROM pg_stat_activity
      WHERE query LIKE 'LISTEN %' AND state = 'idle' AND datname = current_database()`;
    try {
      await expect.poll(listening).toHaveLength(1);
      await sendHeldComment("cornwall-scilly");
      await expect.poll(() => notified).toContain("cornwall-scilly");
    } finally {
      stop();
    }
  });

  test("the same form twice writes once, and gives the same receipt", async () => {
    const input = await makeCommentInput("west-midlands");
    const first = await startThread(visitor, "west-midlands", 1, input);
    const second = await startThread(visitor, "west-midlands", 1, input);
    expect(second).toMatchObject({ commentId: first.commentId, receipt: first.receipt });
    expect(await db().comment.count({ where: { formHash: plainHash(input.formId) } })).toBe(1);
  });

  test("the same form with other content is refused, and says so: the first content stays", async () => {
    const input = await makeCommentInput("west-midlands", { text: "Two buses." });
    await startThread(visitor, "west-midlands", 1, input);
    const changes: Partial<CommentInput>[] = [
      { text: "No buses." },
      { stance: "for" },
      { themes: ["pay"] },
      { sector: "H" },
    ];
    for (const change of changes)
      await expect(startThread(visitor, "west-midlands", 1, { ...input, ...change })).rejects.toThrow(FormUsed);
    await expect(
      startThread(visitor, "west-midlands", 1, { ...input, text: "No buses.", versionId: "another" }),
    ).rejects.toThrow(FormUsed);
    const comment = await db().comment.findUniqueOrThrow({
      where: { formHash: plainHash(input.formId) },
      select: { revisions: true },
    });
    expect(comment.revisions.map(({ text }) => text)).toEqual(["Two buses."]);
  });

  test("the same form twice at once writes once", async () => {
    const input = await makeCommentInput("west-midlands");
    const attempts = await Promise.allSettled([1, 2, 3, 4].map(() => startThread(visitor, "west-midlands", 1, input)));
    expect(await db().comment.count({ where: { formHash: plainHash(input.formId) } })).toBe(1);
    const receipts = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value.receipt] : []));
    expect(new Set(receipts).size).toBe(1);
    expect(receipts).toHaveLength(4);
  });

  test("a person with an account has one alias in a strategy, another elsewhere, and no receipt", async () => {
    const person = await makeAccount();
    const [first, second] = [
      await sendHeldComment("west-midlands", {}, person),
      await sendHeldComment("west-midlands", {}, person),
    ];
    const other = await sendHeldComment("cornwall-scilly", {}, person);
    expect(first.receipt).toBeNull();
    expect(second.participantId).toBe(first.participantId);
    expect(other.participantId).not.toBe(first.participantId);
  });

  test("somebody with a receipt goes on as the same participant", async () => {
    const first = await sendHeldComment("west-midlands");
    const person = { ...visitor, participantId: first.participantId, participantStrategyId: "west-midlands" };
    expect((await sendHeldComment("west-midlands", {}, person)).participantId).toBe(first.participantId);
  });

  test("no workplace and several LEPs: under no LEP; one LEP: under that", async () => {
    expect((await sendHeldComment("west-midlands")).comment.lepId).toBeNull();
    expect((await sendHeldComment("cornwall-scilly")).comment.lepId).toBe("cornwall-scilly");
  });

  test("refused when the strategy is not open, the section is not there, or changed since", async () => {
    await expect(startThread(visitor, "dorset", 1, await makeCommentInput("dorset"))).rejects.toThrow(RuleViolation);
    await expect(startThread(visitor, "west-midlands", 999, await makeCommentInput("west-midlands"))).rejects.toThrow(
      NotFound,
    );
    await expect(startThread(visitor, "nowhere", 1, await makeCommentInput("west-midlands"))).rejects.toThrow(NotFound);
    const stale = await makeCommentInput("west-midlands", { versionId: "another" });
    await expect(startThread(visitor, "west-midlands", 1, stale)).rejects.toThrow(Conflict);
    expect(await db().comment.count({ where: { formHash: plainHash(stale.formId) } })).toBe(0);
  });

  test("refused: a district of elsewhere, one that has left, an unknown theme or sector; nothing half written", async () => {
    const before = await db().participant.count();
    for (const wrong of [{ district: "E06000052" }, { district: "E99999999" }]) {
      await expect(
        startThread(visitor, "west-midlands", 1, await makeCommentInput("west-midlands", wrong)),
      ).rejects.toThrow();
    }
    for (const wrong of [{ themes: ["no-such-theme"] }, { sector: "ZZ" }]) {
      await expect(
        startThread(visitor, "west-midlands", 1, await makeCommentInput("west-midlands", wrong)),
      ).rejects.toThrow(RuleViolation);
    }
    expect(await db().participant.count()).toBe(before);
  });
});

describe("a comment on a paragraph", () => {
  test("is kept with it, and with no other section's", async () => {
    const version = await getNewestVersionId("west-midlands");
    const place = (number: number) =>
      db().versionParagraph.findFirstOrThrow({ where: { versionId: version, section: { number } } });
    const { paragraphId } = await place(1);
    const { comment } = await sendHeldComment("west-midlands", { paragraph: paragraphId });
    expect(await db().thread.findUnique({ where: { id: comment.threadId } })).toMatchObject({ paragraphId });
    const elsewhere = await makeCommentInput("west-midlands", { paragraph: (await place(2)).paragraphId });
    await expect(startThread(visitor, "west-midlands", 1, elsewhere)).rejects.toThrow(NotFound);
  });

  test("of a version that is no longer the newest: refused as changed, never as if it had not been there", async () => {
    const strategyId = "cornwall-scilly";
    const old = await db().version.findFirstOrThrow({
      where: { strategyId },
      orderBy: { number: "desc" },
      include: { paragraphs: true, sections: true },
    });
    const [dropped] = old.paragraphs;
    const section = await db().section.findUniqueOrThrow({ where: { id: dropped?.sectionId ?? "" } });
    const input = await makeCommentInput(strategyId, { paragraph: dropped?.paragraphId ?? "" });
    const { id: versionId } = await db().version.create({
      data: { strategyId, number: old.number + 1, title: old.title, publishedAt: new Date() },
    });
    await db().versionSection.createMany({
      data: old.sections
        .filter(({ sectionId }) => sectionId !== section.id)
        .map(({ themeIds, ...row }) => ({ ...row, themeIds, versionId })),
    });
    try {
      // the section is gone
      await expect(startThread(visitor, strategyId, section.number, input)).rejects.toThrow(Conflict);
      const own = old.sections.find(({ sectionId }) => sectionId === section.id);
      if (own) await db().versionSection.create({ data: { ...own, versionId } });
      // the section is there, the paragraph is gone
      await expect(startThread(visitor, strategyId, section.number, input)).rejects.toThrow(Conflict);
      expect(await findParagraph(strategyId, dropped?.paragraphId ?? "")).toEqual({
        text: dropped?.text,
        number: null,
      });
      await expect(startThread(visitor, strategyId, 999, input)).rejects.toThrow(NotFound);
    } finally {
      await db().versionSection.deleteMany({ where: { versionId } });
      await db().version.delete({ where: { id: versionId } });
    }
    expect(await findParagraph(strategyId, dropped?.paragraphId ?? "")).toMatchObject({ number: section.number });
    expect(await findParagraph(strategyId, "never")).toBeNull();
  });
});

describe("replies", () => {
  test("need a comment that is published", async () => {
    const { caseId, comment } = await sendHeldComment("cornwall-scilly");
    const reply = {
      text: "Same here.",
      stance: null,
      versionId: await getNewestVersionId("cornwall-scilly"),
      formId: newFormId(),
    };
    await expect(replyToThread(visitor, "cornwall-scilly", comment.threadId, reply)).rejects.toThrow(NotFound);
    const rep = await makeRep("cornwall-scilly");
    await decideAndMakeEdition(rep, caseId);
    const sent = await replyToThread(visitor, "cornwall-scilly", comment.threadId, reply);
    const row = await db().case.findFirstOrThrow({ where: { commentId: sent.commentId } });
    expect((await getThread("cornwall-scilly", comment.threadId, null))?.replies.items).toEqual([]);
    await decideAndMakeEdition(rep, row.id);
    const thread = await getThread("cornwall-scilly", comment.threadId, null);
    expect(thread?.replies.items.map(({ text }) => text)).toEqual(["Same here."]);
    const [listed] = (await listThreads({ strategyId: "cornwall-scilly" })).items.filter(
      ({ id }) => id === comment.threadId,
    );
    expect(listed?.replyCount).toBe(1);
  });

  test("refused in a locked thread, and after the first comment went", async () => {
    const { caseId, comment, participantId } = await sendHeldComment("cornwall-scilly");
    await decideAndMakeEdition(await makeRep("cornwall-scilly"), caseId);
    const reply = async () => ({
      text: "Hm.",
      stance: null,
      versionId: await getNewestVersionId("cornwall-scilly"),
      formId: newFormId(),
    });
    await db().thread.update({ where: { id: comment.threadId }, data: { state: "locked" } });
    await expect(replyToThread(visitor, "cornwall-scilly", comment.threadId, await reply())).rejects.toThrow(
      "A rep has locked",
    );
    await db().thread.update({ where: { id: comment.threadId }, data: { state: "open" } });
    await withdrawComment({ ...visitor, participantId, participantStrategyId: "cornwall-scilly" }, comment.id);
    await expect(replyToThread(visitor, "cornwall-scilly", comment.threadId, await reply())).rejects.toThrow(
      "has gone",
    );
  });
});

describe("taking a comment back", () => {
  test("blanks its words everywhere, closes its case, leaves a mark when it was published", async () => {
    const { caseId, comment, participantId } = await sendHeldComment("cornwall-scilly", { text: "Words to take back" });
    await decideAndMakeEdition(await makeRep("cornwall-scilly"), caseId);
    const person = { ...visitor, participantId, participantStrategyId: "cornwall-scilly" };
    await withdrawComment(person, comment.id);
    const thread = await getThread("cornwall-scilly", comment.threadId, null);
    expect(thread?.first).toMatchObject({ state: "withdrawn", text: "" });
    const rows = await db().$queryRaw<{ n: bigint }[]>`SELECT count(*) n FROM revisions WHERE text LIKE '%take back%'`;
    expect(Number(rows[0]?.n)).toBe(0);
    expect((await listOwnComments(person, null)).items[0]).toMatchObject({ state: "withdrawn", text: "" });
  });

  test("only by its author, and once", async () => {
    const { comment, participantId } = await sendHeldComment("cornwall-scilly");
    const other = await sendHeldComment("cornwall-scilly");
    await expect(withdrawComment({ ...visitor, participantId: other.participantId }, comment.id)).rejects.toThrow(
      NotFound,
    );
    await expect(withdrawComment(visitor, comment.id)).rejects.toThrow(NotFound);
    await withdrawComment({ ...visitor, participantId }, comment.id);
    await expect(withdrawComment({ ...visitor, participantId }, comment.id)).rejects.toThrow(NotFound);
  });
});

test("somebody new takes the first free one of the aliases that were drawn", async () => {
  const strategyId = "cornwall-scilly";
  const drawnAliases = ["Calm Curlew 10", "Calm Curlew 11", "Calm Curlew 12", "Calm Curlew 13"];
  const names = vi.spyOn(rules, "makeAlias");
  const draw = () => {
    for (const name of drawnAliases) names.mockReturnValueOnce(name);
  };
  const aliases: string[] = [];
  for (let n = 0; n < 4; n++) {
    draw();
    aliases.push((await sendHeldComment(strategyId)).alias);
  }
  draw(); // none is free: four others are drawn
  aliases.push((await sendHeldComment(strategyId)).alias);
  names.mockRestore();
  expect(aliases.slice(0, 4)).toEqual(drawnAliases);
  expect(drawnAliases).not.toContain(aliases[4]);
});

test("after all of this the tallies agree with the comments", async () => {
  expect(await findTallyDifferences()).toEqual([]);
});
