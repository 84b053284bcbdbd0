import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { addDays, isoDay, startOfDay } from "@/lib/dates";
import { RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { claimCase } from "@/lib/moderation/queue/claim.commands";
import { casesPerPage, listQueue } from "@/lib/moderation/queue/queue.queries";
import { getQueueDesk } from "@/lib/moderation/queue/queue-desk.queries";
import { getQueueFigures, listOwnDecisions } from "@/lib/moderation/queue/queue-figures.queries";
import { parseQueueQuery, type QueueFilter } from "@/lib/moderation/queue/queue-filter.schema";
import { deleteQueueView, saveQueueView } from "@/lib/moderation/queue/queue-view.commands";
import { queueViewInput } from "@/lib/moderation/queue/queue-view.schema";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const area = "cornwall-scilly";
let rep: Person = visitor;

beforeAll(async () => {
  for (const id of [area, "dorset"]) await openStrategy(id);
  rep = await makeRep(area);
});
beforeEach(() => db().case.updateMany({ where: { state: "open" }, data: { state: "lapsed", decidedAt: new Date() } }));

const send = async (text: string) => (await sendHeldComment(area, { text })).caseId;
const ids = async (filter: QueueFilter = {}, by = rep) => (await listQueue(by, filter)).items.map(({ id }) => id);
const age = (id: string, hours: number) =>
  db().case.update({ where: { id }, data: { openedAt: new Date(Date.now() - hours * 60 * 60_000) } });

describe("the order of the queue", () => {
  test("illegal content stands above people in danger, and those above all else, however late that is", async () => {
    const ordinary = await send("The bus is late every day.");
    await db().case.update({ where: { id: ordinary }, data: { dueAt: new Date(0) } });
    const threat = await send("I will kill you if you cross the picket line.");
    const risk = await send("I want to kill myself after these shifts.");
    const reported = await sendHeldComment(area, { text: "The depot is cold." });
    await db().case.updateMany({ where: { id: reported.caseId }, data: { state: "lapsed" } });
    const { id: illegal } = await openCase(db(), {
      ...{ kind: "illegal", strategyId: area, commentId: reported.commentId, revision: 1 },
    });
    expect(await ids()).toEqual([illegal, risk, threat, ordinary]); // who may harm themselves is due in hours
    expect((await listQueue(rep)).items.map(({ lane }) => lane)).toEqual(["illegal", "danger", "danger", "ordinary"]);
    expect(await ids({ kind: "pre_moderation" })).toEqual([risk, threat, ordinary]);
  });

  test("a second opinion on a dangerous text is no reason for haste", async () => {
    const { commentId, caseId } = await sendHeldComment(area, { text: "I want to kill myself after these shifts." });
    await db().case.update({ where: { id: caseId }, data: { state: "decided" } });
    const { id } = await openCase(db(), { kind: "appeal", strategyId: area, commentId, revision: 1 });
    expect((await listQueue(rep)).items).toMatchObject([{ id, lane: "ordinary" }]);
  });

  test("every order shows each case once over all pages, also after a case that was decided meanwhile", async () => {
    const sent: string[] = [];
    for (let n = 0; n < casesPerPage + 5; n++) sent.push(await send(`Bus number ${n} comes too late.`));
    for (const sort of ["urgent", "oldest", "newest"] as const) {
      const first = await listQueue(rep, { sort });
      const second = await listQueue(rep, { sort }, first.next);
      expect(second.next).toBeNull();
      expect([...first.items, ...second.items].map(({ id }) => id).toSorted()).toEqual(sent.toSorted());
      if (sort === "oldest") expect(first.items[0]?.id).toBe(sent[0]);
      if (sort === "newest") expect(first.items[0]?.id).toBe(sent.at(-1));
    }
    const { next } = await listQueue(rep);
    await decideCase(rep, next ?? "", publishDecision);
    expect((await listQueue(rep, {}, next)).items).toHaveLength(5);
    expect((await listQueue(rep, {}, "no-such-case")).items).toHaveLength(casesPerPage);
  });

  test("the order of second looks shows nothing of the hour in which somebody decided", async () => {
    const before = await send("The first bus comes too late.");
    const reviewed = await sendHeldComment(area, { text: "The second bus comes too late." });
    await db().case.update({
      where: { id: reviewed.caseId },
      data: { kind: "second_look", openedAt: new Date(0), dueAt: new Date(Date.now() + 14 * 86_400_000 + 60_000) },
    });
    expect(await ids({ sort: "oldest" })).toEqual([before, reviewed.caseId]);
  });
});

describe("filters", () => {
  test("each narrows the queue to what it says, and an unknown value is no filter", async () => {
    const plain = await send("The tram is late every day.");
    const linked = await send("See https://example.org for a cheap offer on trams.");
    const risk = await send("I want to kill myself after these shifts.");
    await age(plain, 80);
    const { section } = (
      await db().case.findUniqueOrThrow({
        where: { id: plain },
        select: { comment: { select: { thread: { select: { section: true } } } } },
      })
    ).comment.thread;
    expect(await ids({ check: "links" })).toEqual([linked]);
    expect(await ids({ check: "self-harm" })).toEqual([risk]);
    expect(await ids({ age: "three-days" })).toEqual([plain]);
    expect(await ids({ age: "day" })).toEqual([plain]);
    expect(await ids({ age: "today" })).toEqual([risk]);
    expect(await ids({ age: "late" })).toEqual([]);
    expect((await ids({ section: section.id })).toSorted()).toEqual([plain, linked, risk].toSorted());
    expect(await ids({ section: "another" })).toEqual([]);
    expect((await ids({ q: "TRAM" })).toSorted()).toEqual([plain, linked].toSorted());
    expect(await ids({ q: "100%" })).toEqual([]);
    expect(await ids({ area: "dorset" })).toEqual([]);
    expect(await ids(parseQueueQuery("kind=nothing&age=&sort=%00&check=x&q=%00"))).toHaveLength(3);
  });

  test("who has a case, and whom it was passed to", async () => {
    const [free, held, passed] = [await send("One bus."), await send("Two buses."), await send("Three buses.")];
    const other = await makeRep(area, "gmb");
    await claimCase(rep, held);
    await db().case.update({ where: { id: passed }, data: { assignedUnionId: "unison" } });
    expect(await ids({ state: "mine" })).toEqual([held]);
    expect(await ids({ state: "mine" }, other)).toEqual([]);
    expect((await ids({ state: "free" })).toSorted()).toEqual([free, passed].toSorted());
    expect(await ids({ state: "passed" })).toEqual([passed]);
    expect(await ids({ union: "unison" })).toEqual([passed]);
    expect(await ids({ state: "passed" }, other)).toEqual([]);
  });

  test("the desk offers what the open cases are about, and nothing of those the person may not decide", async () => {
    await send("See https://example.org for a cheap offer on trams.");
    const own = await send("I want to kill myself after these shifts.");
    await db().case.update({ where: { id: own }, data: { authorUnionId: "unison" } });
    const desk = await getQueueDesk(rep);
    expect(desk.counts).toEqual([{ kind: "pre_moderation", count: 1 }]);
    expect(desk.checks).toContain("links");
    expect(desk.checks).not.toContain("self-harm");
    expect(desk.unions).toEqual([]);
    expect(desk.areas).toMatchObject([{ id: area }]);
    expect(desk.sections).toHaveLength(1);
    expect((await getQueueDesk(rep, "dorset")).counts).toEqual([]);
  });
});

test("a row shows where the checks found something, and how many others have the same text", async () => {
  const text = "Write to me at nan@example.org about the tram.";
  await send(text);
  await send(text);
  const [row] = (await listQueue(rep)).items;
  expect(row?.duplicateCount).toBe(1);
  expect(row?.hits.map(({ start, end }) => text.slice(start, end))).toContain("nan@example.org");
});

test("a rep's own decisions are theirs alone, newest first and by page; figures count them and the backlog", async () => {
  const one = await makeRep(area);
  const [first, second] = [await send("One bus."), await send("Two buses.")];
  expect((await getQueueFigures(one)).hasDecided).toBe(false);
  for (const id of [first, second]) await decideCase(one, id, publishDecision);
  const { items, next } = await listOwnDecisions(one, {}, null);
  expect(items.map(({ caseId }) => caseId)).toEqual([second, first]);
  expect(next).toBeNull();
  expect((await listOwnDecisions(one, {}, items[0]?.id ?? "")).items.map(({ caseId }) => caseId)).toEqual([first]);
  expect((await listOwnDecisions(await makeRep(area), {}, null)).items).toEqual([]);

  const before = await getQueueFigures(one); // of other tests too
  const waiting = await send("Three buses.");
  await db().case.update({ where: { id: waiting }, data: { openedAt: startOfDay(addDays(isoDay(new Date()), -3)) } });
  const figures = await getQueueFigures(one);
  expect(figures).toMatchObject({ today: 2, week: 2, fourWeeks: 2, upheld: 0, hasDecided: true });
  expect(figures.backlog).toHaveLength(14);
  const added = figures.backlog.map(({ open }, at) => open - (before.backlog[at]?.open ?? 0));
  expect(added).toEqual([...Array(10).fill(0), ...Array(4).fill(1)]);
  const tomorrow = new Date(startOfDay(figures.backlog.at(-1)?.day ?? "").getTime() + 36 * 60 * 60_000);
  expect((await getQueueFigures(one, undefined, tomorrow)).today).toBe(0);
});

describe("saved views", () => {
  const input = (name: string, query: string) => queueViewInput.parse({ name, query });

  test("hold filters and order but no search text, belong to one rep, and have one name each", async () => {
    const one = await makeRep(area);
    await saveQueueView(one, input("Links", "check=links&sort=oldest&q=Maureen&after=x&else=1"));
    const { views } = await getQueueDesk(one);
    expect(views).toMatchObject([{ name: "Links", query: "check=links&sort=oldest" }]);
    await expect(saveQueueView(one, input("Links", "kind=check"))).rejects.toThrow(RuleViolation);
    await expect(saveQueueView(one, input("All", "q=Maureen"))).rejects.toThrow(RuleViolation);
    await expect(saveQueueView(visitor, input("Links", "kind=check"))).rejects.toThrow();
    const other = await makeRep(area);
    expect((await getQueueDesk(other)).views).toEqual([]);
    await expect(deleteQueueView(other, views[0]?.id ?? "")).rejects.toThrow();
    await deleteQueueView(one, views[0]?.id ?? "");
    expect((await getQueueDesk(one)).views).toEqual([]);
  });

  test("are at most twelve", async () => {
    const one = await makeRep(area);
    for (let n = 0; n < 12; n++) await saveQueueView(one, input(`View ${n}`, "kind=check"));
    await expect(saveQueueView(one, input("One more", "kind=check"))).rejects.toThrow("Delete one first");
  });
});
