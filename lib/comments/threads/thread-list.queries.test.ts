import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simplifyChinese } from "@/lib/comments/threads/chinese-variant.rules";
import { searchComments } from "@/lib/comments/threads/comment-search.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { parseListCursor } from "@/lib/comments/threads/thread-list.rules";
import { type ThreadSort, threadSorts } from "@/lib/comments/threads/thread-list.schema";
import { db } from "@/lib/database/client";
import { createTestDatabase } from "@/scripts/test/database";
import { openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const strategyId = "west-midlands";
const weeks = ["2026-03-02", "2026-03-09", "2026-03-16"].map((day) => new Date(day));

// 45 threads: three weeks, ties in every order, a third against
beforeAll(async () => {
  await openStrategy(strategyId);
  const { comment } = await sendHeldComment(strategyId);
  const thread = await db().thread.findUniqueOrThrow({ where: { id: comment.threadId } });
  for (let n = 0; n < 45; n++) {
    const week = weeks[n % 3] as Date;
    const { id } = await db().thread.create({
      data: { strategyId, sectionId: thread.sectionId, week, replyCount: n % 4, support: (n % 5) / 7 },
    });
    await db().comment.create({
      data: {
        strategyId,
        threadId: id,
        participantId: comment.participantId,
        state: "published",
        week,
        stance: n % 3 === 0 ? "against" : "for",
        text: n % 9 === 0 ? `Buses <b>number</b> ${n} are late.` : `Pay in ${n} ways.`,
        ...(n % 2 === 0 && { themes: { create: { themeId: "pay" } } }),
      },
    });
  }
});

async function readAll(sort: ThreadSort, filter = {}) {
  const pages: string[][] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listThreads({ strategyId, ...filter }, sort, after ? parseListCursor(sort, after) : null);
    pages.push(page.items.map(({ id }) => id));
    after = page.next;
  }
  return pages;
}

describe("every order", () => {
  test.each(threadSorts)("%s: each thread once, on pages of 20", async (sort) => {
    const pages = await readAll(sort);
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
  });

  test("is the order that it says", async () => {
    const rows = new Map((await db().thread.findMany({ where: { week: { not: null } } })).map((row) => [row.id, row]));
    const rowsBy = async (sort: ThreadSort) => (await readAll(sort)).flat().map((id) => rows.get(id));
    const falls = (list: (number | undefined)[]) =>
      list.every((x, index) => index === 0 || (list[index - 1] ?? 0) >= (x ?? 0));
    expect(falls((await rowsBy("newest")).map((row) => row?.week?.getTime()))).toBe(true);
    expect(falls((await rowsBy("supported")).map((row) => row?.support))).toBe(true);
    expect(falls((await rowsBy("discussed")).map((row) => row?.replyCount))).toBe(true);
  });

  test("goes on from where it was when new threads come in front", async () => {
    const first = await listThreads({ strategyId });
    const { comment } = await sendHeldComment(strategyId);
    await db().thread.update({ where: { id: comment.threadId }, data: { week: new Date("2026-03-23") } });
    const before = (await readAll("newest")).flat().filter((id) => id !== comment.threadId);
    const next = await listThreads({ strategyId }, "newest", parseListCursor("newest", first.next ?? ""));
    expect(next.items.map(({ id }) => id)).toEqual(before.slice(20, 40));
    await db().thread.update({ where: { id: comment.threadId }, data: { week: null } });
  });

  test("only those under a LEP, and of these threads", async () => {
    const all = (await readAll("newest")).flat();
    const [first = "", second = ""] = all;
    await db().comment.updateMany({ where: { threadId: second }, data: { lepId: "black-country" } });
    for (const sort of threadSorts) {
      expect((await readAll(sort, { lepId: "black-country" })).flat()).toEqual([second]);
      expect((await readAll(sort, { threadIds: [first, second] })).flat().sort()).toEqual([first, second].sort());
      expect((await readAll(sort, { threadIds: [first], lepId: "black-country" })).flat()).toEqual([]);
      expect((await readAll(sort, { threadIds: [] })).flat()).toEqual([]);
    }
    const found = async (filter: object) =>
      (await searchComments({ strategyId, ...filter }, "pay OR buses", null)).items.map(({ threadId }) => threadId);
    expect(await found({ lepId: "black-country" })).toEqual([second]);
    expect(await found({ threadIds: [first] })).toEqual([first]);
    expect(await found({ threadIds: [] })).toEqual([]);
    await db().comment.updateMany({ where: { threadId: second }, data: { lepId: null } });
  });

  test("only those chosen", async () => {
    expect((await readAll("supported", { stance: "against" })).flat()).toHaveLength(15);
    expect((await readAll("shuffled", { theme: "pay" })).flat()).toHaveLength(23);
    expect((await readAll("newest", { theme: "pay", stance: "against" })).flat()).toHaveLength(8);
    expect((await readAll("newest", { paragraphId: "none" })).flat()).toEqual([]);
    const { sectionId } = await db().thread.findFirstOrThrow({ where: { strategyId, week: { not: null } } });
    expect((await readAll("supported", { sectionIds: [sectionId, "none"] })).flat()).toHaveLength(45);
    expect((await readAll("shuffled", { sectionIds: [sectionId], theme: "pay" })).flat()).toHaveLength(23);
    expect((await readAll("newest", { sectionIds: [] })).flat()).toEqual([]);
    expect((await searchComments({ strategyId, sectionIds: [] }, "pay", null)).items).toEqual([]);
  });
});

describe("searching", () => {
  test("any form of the word, marked in segments and never as HTML", async () => {
    const { items } = await searchComments({ strategyId }, "bus", null);
    expect(items).toHaveLength(5);
    expect(items[0]?.excerpt[0]).toEqual({ text: "Buses", isMarked: true });
    expect(items[0]?.excerpt[1]?.text).toContain("<b>number</b>");
  });

  test("pages of 20, newest week first; choices hold", async () => {
    const first = await searchComments({ strategyId }, "pay", null);
    const second = await searchComments({ strategyId }, "pay", parseListCursor("newest", first.next ?? ""));
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 20, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(40);
    expect((await searchComments({ strategyId, stance: "against" }, "late buses", null)).items).toHaveLength(5);
  });

  test("a word is found however it is written", async () => {
    const texts = {
      "zero hours": ["Zero hours mean no plans.", "On a zero-hours contract."],
      coop: ["Our co-op bakes.", "The coop sells it."],
      café: ["The café shut.", "The cafe\u0301 shut.", "The cafe shut."],
      残業: ["毎月の残業代が出ない"],
      加班费: ["我们经常加班,没有加班费", "我們經常加班,沒有加班費"],
      "part-time": ["A part–time post.", "A part\u2011time post.", "A part\u00ADtime post.", "A parttime post."],
      OBrien: ["The O'Brien yard.", "The O’Brien yard.", "The OBrien yard.", "The Oʼbrien yard."],
      ill: ["I'll see if we’ll go, and we're off."],
      fire: ["The ﬁre doors are locked."],
      مدرسة: ["مُدَرِّسَة", "مدرسه"],
      Εργασία: ["Η ΕΡΓΑΣΙΑ μας", "η εργασία μας"],
      초과: ["초과근무를 너무 많이 합니다"],
    };
    const ids = new Map<string, string[]>();
    for (const [name, list] of Object.entries(texts)) {
      const commentIds: string[] = [];
      for (const text of list) {
        const { comment } = await sendHeldComment(strategyId, { text });
        const data = { text, state: "published", week: new Date("2026-03-02") } as const;
        await db().comment.update({ where: { id: comment.id }, data });
        commentIds.push(comment.id);
      }
      ids.set(name, commentIds.toSorted());
    }
    const found = async (text: string) =>
      (await searchComments({ strategyId }, text, null)).items.map(({ id }) => id).toSorted();
    for (const [name, spellings] of [
      ["zero hours", ["zero hours", "zero-hours", "Zero‑Hours", '"zero hours"', "zero-hour"]],
      ["coop", ["co-op", "coop"]],
      ["café", ["cafe", "café", "cafe\u0301", "CAFÉ"]],
      ["残業", ["残業", "業代", "残業代"]],
      ["加班费", ["加班", "加班费", "加班費"]],
      ["part-time", ["part-time", "part–time", "parttime", "part\u2011time", "part\u00ADtime", "Part−Time"]],
      ["OBrien", ["OBrien", "O'Brien", "O’Brien", "o´brien", "obrien"]],
      ["fire", ["fire", "fire doors"]],
      ["مدرسة", ["مدرسة", "مدرسه", "مُدَرِّسَة"]],
      ["Εργασία", ["εργασία", "εργασια", "ΕΡΓΑΣΙΑ"]],
      ["초과", ["초과", "초과근무"]],
    ] as const)
      for (const spelling of spellings) expect(await found(spelling), spelling).toEqual(ids.get(name));
    for (const other of ["業残", "ill", "well", "were"]) expect(await found(other), other).toEqual([]);
    expect(await found("-zero-hours contract")).toEqual([]);
    expect(await found("zero-hours or co-op")).toEqual(
      [...(ids.get("zero hours") ?? []), ...(ids.get("coop") ?? [])].toSorted(),
    );
    const [japanese] = (await searchComments({ strategyId }, "残業", null)).items;
    expect(japanese?.excerpt).toContainEqual({ text: "残業", isMarked: true });
    const chinese = (await searchComments({ strategyId }, "加班費", null)).items;
    expect(
      chinese.flatMap(({ excerpt }) => excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text)),
    ).toEqual(expect.arrayContaining(["加班费", "加班費"]));
    const [french] = (await searchComments({ strategyId }, "cafe shut", null)).items;
    expect(french?.excerpt.some(({ isMarked }) => isMarked)).toBe(true);
    await db().comment.updateMany({
      where: { id: { in: [...ids.values()].flat() } },
      data: { state: "held", week: null },
    });
  });

  test("PostgreSQL and the excerpts know the same Chinese characters", async () => {
    const all = Array.from({ length: 0x9fff - 0x3400 }, (_, at) => String.fromCodePoint(0x3400 + at)).join("");
    const [row] = await db().$queryRaw<{ folded: string }[]>`SELECT fold_signs(${all}) AS folded`;
    expect(row?.folded).toBe(simplifyChinese(all));
  });

  test("words that nearly every comment has are named as that", async () => {
    for (const text of ["IT", "who", "we are", '"it is"'])
      expect(await searchComments({ strategyId }, text, null)).toEqual({
        items: [],
        next: null,
        hasOnlyCommonTerms: true,
      });
    for (const text of ["", '""', "😀", "IT buses", "spaceship"])
      expect((await searchComments({ strategyId }, text, null)).hasOnlyCommonTerms, text).toBe(false);
  });

  test("whatever is typed is no error, and what is gone is not found", async () => {
    for (const text of ['"', "a & | ! <->", "-", "😀", "'; DROP", "pay -pay", "\\", "%"])
      await searchComments({ strategyId }, text, null);
    await db().comment.updateMany({ where: { text: { startsWith: "Buses" } }, data: { state: "withdrawn", text: "" } });
    expect((await searchComments({ strategyId }, "bus", null)).items).toEqual([]);
  });
});
