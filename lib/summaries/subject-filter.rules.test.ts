import { afterAll, beforeAll, expect, test } from "vitest";
import { listAnswersOf } from "@/lib/answers/progress.queries";
import { listLedger } from "@/lib/answers/published-answer.queries";
import { subjects } from "@/lib/areas/subject.rules";
import { db } from "@/lib/database/client";
import { narrowStand } from "@/lib/summaries/subject-filter.rules";
import { getWholeSummary } from "@/lib/summaries/summary.queries";
import { seedDemo } from "@/prisma/seed/demo";
import { testDatabase } from "@/scripts/test/database";

const database = await testDatabase();
afterAll(database.close);
beforeAll(() => seedDemo(db()));

const lepId = "black-country";

test.each(subjects)("on $name: its comments once each, its themes, its words, and nothing else", async (subject) => {
  const [summary] = await getWholeSummary(lepId, subject);
  const themes = { some: { themeId: { in: subject.themes } } };
  const about = { lepId, state: "published", themes } as const;
  expect(summary?.said.comments).toBe(await db().comment.count({ where: about }));
  expect(summary?.said.threads).toBe(await db().comment.count({ where: { ...about, isReply: false } }));
  expect(summary?.said.themes.length).toBeGreaterThan(0);
  expect(summary?.said.themes.filter(({ id }) => !subject.themes.includes(id))).toEqual([]);
  const named = [
    ...(summary?.said.supported ?? []),
    ...(summary?.said.disputed ?? []),
    ...(summary?.words?.themes ?? []).flatMap(({ quotations }) => quotations),
  ].map(({ said }) => said);
  expect(named.length).toBeGreaterThan(0);
  for (const { themeIds } of named) expect(themeIds.some((id) => subject.themes.includes(id))).toBe(true);
  expect(summary?.said.sections).toEqual([]);
});

test("answers on a subject are those to its themes", async () => {
  const strategy = { id: "west-midlands", areaName: "West Midlands" };
  const [[whole], ledger] = [await listAnswersOf([strategy]), await listLedger({ strategyId: strategy.id })];
  expect(ledger.items.length).toBeGreaterThan(0);
  for (const { themes } of subjects) {
    const [narrowed] = await listAnswersOf([strategy], themes);
    const { items } = await listLedger({ strategyId: strategy.id, themes });
    expect(items).toEqual(ledger.items.filter(({ point }) => themes.includes(point.id)));
    expect(narrowed?.progress.answered).toBe(items.length);
    const waiting = whole?.progress.unanswered.filter(({ id }) => themes.includes(id));
    expect(narrowed?.progress.unanswered).toEqual(waiting);
  }
});

test("where people stand keeps the groups, and names only what is about the subject", () => {
  const share = { agree: 80, disagree: 10, reacted: 40 };
  const point = (comment: string) => ({ comment, side: "agree" as const, share });
  const stand = {
    people: 40,
    groups: [{ name: "A", people: 20, defining: [point("bus"), point("pay")] }],
    why: null,
    gate: null,
    consensus: [point("pay")],
    groupAwareConsensus: [point("bus")],
    divisive: [{ comment: "pay", shares: [share] }],
    map: null,
  };
  const about = narrowStand(stand, (comment) => comment === "bus");
  expect(about.groups?.[0]).toMatchObject({ people: 20, defining: [point("bus")] });
  expect([about.consensus, about.groupAwareConsensus, about.divisive]).toEqual([[], [point("bus")], []]);
});
