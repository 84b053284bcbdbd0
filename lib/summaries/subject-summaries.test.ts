import { afterAll, expect, test } from "vitest";
import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { subjects } from "@/lib/areas/subject.rules";
import { db } from "@/lib/database/client";
import { filterOpinionBySubject } from "@/lib/summaries/subject-filter.rules";
import { listLepSummaries } from "@/lib/summaries/summary.queries";
import { createDemoDatabase } from "@/scripts/test/database";

const database = await createDemoDatabase();
afterAll(database.close);

const lepId = "black-country";

test.each(subjects)(
  "on $name: each of its comments once, its themes and quotations, and nothing else",
  async (subject) => {
    const [summary] = await listLepSummaries(lepId, subject);
    const themes = { some: { themeId: { in: subject.themes } } };
    const filtered = { lepId, state: "published", themes } as const;
    expect(summary?.counts.comments).toBe(await db().comment.count({ where: filtered }));
    expect(summary?.counts.threads).toBe(await db().comment.count({ where: { ...filtered, isReply: false } }));
    expect(summary?.counts.themes.length).toBeGreaterThan(0);
    expect(summary?.counts.themes.filter(({ id }) => !subject.themes.includes(id))).toEqual([]);
    const cited = [
      ...(summary?.counts.supported ?? []),
      ...(summary?.counts.disputed ?? []),
      ...(summary?.quotations?.themes ?? []).flatMap(({ quotations }) => quotations),
    ].map(({ citation }) => citation);
    expect(cited.length).toBeGreaterThan(0);
    for (const { themeIds } of cited) expect(themeIds.some((id) => subject.themes.includes(id))).toBe(true);
    expect(summary?.counts.sections).toEqual([]);
  },
);

test("answers on a subject are those to its themes", async () => {
  const strategy = { id: "west-midlands", areaName: "West Midlands" };
  const [[complete], ledger] = [
    await listStrategyAnswers([strategy]),
    await listPublishedAnswers({ strategyId: strategy.id }),
  ];
  expect(ledger.items.length).toBeGreaterThan(0);
  for (const { themes } of subjects) {
    const [narrowed] = await listStrategyAnswers([strategy], themes);
    const { items } = await listPublishedAnswers({ strategyId: strategy.id, themes });
    expect(items).toEqual(ledger.items.filter(({ source }) => themes.includes(source.id)));
    expect(narrowed?.progress.answered).toBe(items.length);
    const waiting = complete?.progress.unanswered.filter(({ id }) => themes.includes(id));
    expect(narrowed?.progress.unanswered).toEqual(waiting);
  }
});

test("opinion keeps the groups, and names only comments about the subject", () => {
  const share = { agree: 80, disagree: 10, reacted: 40 };
  const point = (comment: string) => ({ comment, side: "agree" as const, share });
  const opinion = {
    people: 40,
    groups: [{ name: "A", people: 20, defining: [point("bus"), point("pay")] }],
    why: null,
    gate: null,
    consensus: [point("pay")],
    groupAwareConsensus: [point("bus")],
    divisive: [{ comment: "pay", shares: [share] }],
    map: null,
  };
  const filtered = filterOpinionBySubject(opinion, (comment) => comment === "bus");
  expect(filtered.groups?.[0]).toMatchObject({ people: 20, defining: [point("bus")] });
  expect([filtered.consensus, filtered.groupAwareConsensus, filtered.divisive]).toEqual([[], [point("bus")], []]);
});
