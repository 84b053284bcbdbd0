import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getAnswerProgress } from "@/lib/answers/progress.queries";
import { listRecordEntries } from "@/lib/audit/record.queries";
import { verifyChains } from "@/lib/audit/verification.queries";
import { db } from "@/lib/database/client";
import { isoDay } from "@/lib/dates";
import { keyedHash } from "@/lib/security/encryption";
import { perturbedFigure, recordKey } from "@/lib/summaries/disclosure/cell-key-noise";
import { standardParameters } from "@/lib/summaries/disclosure/parameters";
import { allValues, cellId } from "@/lib/summaries/disclosure/table-family";
import { hashContents } from "@/lib/summaries/editions/edition.queries";
import { refreshOpinion } from "@/lib/summaries/releases/release.commands";
import { getReleaseState, listContributors, listLepsWithoutOpinion } from "@/lib/summaries/releases/release.queries";
import { storedCells, storedFamily } from "@/lib/summaries/releases/release.schema";
import { seedDemo } from "@/prisma/seed/demo";
import { demoId } from "@/prisma/seed/demo/content";
import { crowdAreas } from "@/prisma/seed/demo/crowd/crowd-areas";
import { campaignCopies, campaignPersonalised, crowdSize, crowdWeeks } from "@/prisma/seed/demo/crowd/crowd-plan";
import { readReleases, releaseWeeks } from "@/prisma/seed/demo/crowd/prepared-releases";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeRep, sendHeldComment } from "@/scripts/test/factories";
import { listExportedLines, listRecountedLines, recountSummary } from "@/scripts/test/summary-recount";

const database = await createTestDatabase();
afterAll(database.close);
beforeAll(() => seedDemo(db(), {}), 180_000);

test("1,200 participants, and whoever wrote the text that waits in the danger lane", async () => {
  expect(await db().participant.count({ where: { isDemo: true } })).toBe(crowdSize + 1);
});

describe("is what the commands would have written", () => {
  test("the columns of a comment, its thread, revision, case, decision and notice", async () => {
    const rep = await makeRep("the-marches");
    const sent = await sendHeldComment("the-marches", {
      ...{ text: "A bus before six, please.", stance: "for", themes: ["transport-to-work"] },
      ...{ district: "E06000051", sector: "Q" },
    });
    await decideAndMakeEdition(rep, sent.caseId);
    const [byCommand, bySeed] = [await readAll(sent.commentId), await readAll(await newestOfCrowd("the-marches"))];
    expect(byCommand.notice.kind).toBe(bySeed.notice.kind);
    for (const [name, row] of Object.entries(byCommand)) {
      const seeded = bySeed[name as keyof typeof bySeed];
      expect(filled(seeded), name).toEqual(filled(row));
    }
    const { action, fromState, toState, isDayHashed } = byCommand.decision;
    expect(bySeed.decision).toMatchObject({ action, fromState, toState, isDayHashed });
  });

  test("the chains of decisions and the public record verify", async () => {
    const verified = await verifyChains();
    expect(verified.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { strategyId } of crowdAreas) {
      const { leadBodyId } = await db().strategy.findUniqueOrThrow({ where: { id: strategyId } });
      const chain = verified.find((one) => one.chain === leadBodyId);
      expect(chain?.heads, strategyId).toBeGreaterThanOrEqual(crowdWeeks / 2); // of weeks with decisions
      const editions = await db().edition.findMany({ where: { strategyId } });
      const days = new Set(editions.map(({ madeAt }) => isoDay(madeAt)));
      for (const { day } of await listRecordEntries(leadBodyId, 0, 5000)) expect(days).toContain(day);
    }
  });

  test("nobody decides on what they recorded", async () => {
    const entries = await db().meetingEntry.findMany({
      include: { record: true, comment: { include: { cases: { include: { decisions: true } } } } },
    });
    expect(new Set(entries.map(({ recordId }) => recordId)).size).toBe(2);
    for (const { record, comment, slipSealed } of entries) {
      const deciders = comment.cases.flatMap(({ decisions }) => decisions.map(({ deciderId }) => deciderId));
      expect(deciders).toHaveLength(1);
      expect(deciders).not.toContain(record.recordedById);
      expect(slipSealed).toBeNull();
    }
  });

  test("twelve editions a week apart, whose numbers are those of the comments, and the last hash verifies", async () => {
    for (const { strategyId, endedWeeksAgo } of crowdAreas) {
      const all = await db().edition.findMany({ where: { strategyId }, orderBy: { number: "asc" } });
      const editions = all.slice(0, crowdWeeks); // a test above makes one more
      expect(editions, strategyId).toHaveLength(crowdWeeks);
      for (const [at, { madeAt }] of editions.entries()) {
        const next = editions[at + 1]?.madeAt;
        if (next) expect(next.getTime() - madeAt.getTime()).toBe(7 * 86_400_000);
      }
      const age = Date.now() - (editions.at(-1)?.madeAt.getTime() ?? 0);
      expect(Math.floor(age / (7 * 86_400_000))).toBe(endedWeeksAgo);
      expect(all.reduce((sum, { comments, replies }) => sum + comments + replies, 0)).toBe(all.at(-1)?.total);
      const { total, hash } = await db().$transaction((tx) => hashContents(tx, strategyId));
      expect({ total, hash: Buffer.from(hash) }).toEqual({
        total: all.at(-1)?.total,
        hash: Buffer.from(all.at(-1)?.hash ?? []),
      });
    }
  });

  test("each reaction is counted, and only those", async () => {
    const wrong = await db().$queryRaw`
      SELECT c.id FROM comments c LEFT JOIN reactions r ON r."commentId" = c.id
      WHERE c.state = 'published' GROUP BY c.id
      HAVING (c.agrees, c.disagrees, c.passes) IS DISTINCT FROM (
        count(*) FILTER (WHERE r.value = 'agree')::int, count(*) FILTER (WHERE r.value = 'disagree')::int,
        count(*) FILTER (WHERE r.value = 'pass')::int)
        OR count(*) FILTER (WHERE r.counted IS DISTINCT FROM r.value) > 0`;
    expect(wrong).toEqual([]);
  });
});

test.each([
  ["greater-manchester", "greater-manchester"],
  ["black-country", "west-midlands"],
  ["liverpool-city-region", "liverpool-city-region"],
])("each figure of the summary of %s is what SQL counts", async (lepId, strategyId) => {
  const lines = await listExportedLines(lepId);
  expect(lines.length).toBeGreaterThan(80);
  expect(lines).toEqual(listRecountedLines(await recountSummary(database.url, lepId, strategyId)));
});

describe("the releases", () => {
  test("eight, and the state names the people of this installation", async () => {
    expect(new Set(readReleases().releases.map(({ number }) => number)).size).toBe(releaseWeeks.length);
    const secret = keyedHash("record-keys", "1");
    const people = await db().participant.findMany({ select: { id: true, strategyId: true } });
    const keys = new Set(people.map(({ id, strategyId }) => recordKey(secret, id, strategyId)));
    const state = await getReleaseState();
    const members = Object.values(state?.leps ?? {}).flatMap((lep) => lep.members);
    expect(members.length).toBeGreaterThan(800);
    expect(members.filter((key) => !keys.has(key))).toEqual([]);
  });

  test("each figure is what the method makes of the people it counted, whose number is never below ten", async () => {
    const state = await getReleaseState(); // of the secret of the tests, with which they were prepared
    const shown = Object.values(state?.cells ?? {}).filter((cell) => cell.shown !== null);
    expect(shown.length).toBeGreaterThan(80);
    for (const cell of shown) {
      expect(cell.members.length).toBeGreaterThanOrEqual(10);
      expect(cell.shown).toBe(perturbedFigure(cell.members, standardParameters));
    }
  });

  test("the newest releases show the figures of the state, and nobody is counted who was not there", async () => {
    const state = await getReleaseState();
    const rows = await db().release.findMany({
      distinct: ["lepId"],
      orderBy: [{ lepId: "asc" }, { number: "desc" }],
    });
    for (const { lepId, cells } of rows) {
      for (const [theme, sector, district, count] of storedCells.parse(cells)) {
        const place = district === "all" ? { lep: lepId } : { district };
        const name = (value: string, total: string) => (value === total ? allValues : value);
        const id = cellId({ theme: name(theme, "any"), sector: name(sector, "all"), place });
        expect(state?.cells[id]?.shown, `${lepId} ${id}`).toBe(count);
      }
    }
    const contributors = new Set((await listContributors()).map(({ key }) => key));
    for (const { members } of Object.values(state?.leps ?? {}))
      expect(members.filter((key) => !contributors.has(key))).toEqual([]);
  });

  test("where many took part, nearly all districts and kinds of work are shown; some deliberately are not", async () => {
    const [all, campaign] = [await shares(), await shares("greater-manchester")];
    expect(campaign.kinds.shown / campaign.kinds.all).toBeGreaterThan(0.8);
    expect(campaign.districts.shown / campaign.districts.all).toBeGreaterThan(0.9);
    expect(campaign.kinds.hidden.sort()).toEqual(["land", "services"]);
    expect(all.districts.shown / all.districts.all).toBeGreaterThan(0.7);
    expect(all.kinds.shown / all.kinds.all).toBeGreaterThan(0.5);
    // where the crowd works in a few kinds of work with enough people each
    for (const id of ["tees-valley", "west-of-england", "the-marches", "liverpool-city-region", "swindon-wiltshire"]) {
      const { kinds, districts } = await shares(id);
      expect([id, kinds.shown / kinds.all > 0.7, districts.shown / districts.all >= 0.5]).toEqual([id, true, true]);
    }
    expect(all.districts.hidden).toEqual(expect.arrayContaining(["E06000001", "E06000022", "E08000013"]));
  });
});

test("opinion groups are found where a release has none yet: clear in some strategies, not in others", async () => {
  const without = await listLepsWithoutOpinion();
  expect(without).toContain("cheshire-warrington");
  await refreshOpinion(without);
  expect(await listLepsWithoutOpinion()).toEqual([]);
  const parts = await db().summaryPart.findMany({ where: { part: "opinion" } });
  const groups = parts.map(({ content }) => (content as { groups: unknown[] | null }).groups?.length ?? 0);
  expect(groups.filter((count) => count > 1).length).toBeGreaterThanOrEqual(3);
  expect(groups.filter((count) => count === 0).length).toBeGreaterThanOrEqual(3);
}, 300_000);

describe("what happened beside comments", () => {
  test("a campaign in one summary", async () => {
    const row = await db().summaryPart.findFirstOrThrow({
      where: { strategyId: "greater-manchester", lepId: "", part: "campaigns" },
    });
    expect((row.content as object[])[0]).toMatchObject({
      identical: campaignCopies,
      personalised: campaignPersonalised,
    });
  });

  test("one strategy has overdue answers, and one is answered", async () => {
    const late = await getAnswerProgress("cumbria");
    expect(late).toMatchObject({ state: "over", answered: 4 });
    expect(late?.unanswered.length).toBeGreaterThan(3);
    expect(await getAnswerProgress("dorset")).toMatchObject({ state: "complete", unanswered: [] });
  });

  test("four unions responded", async () => {
    const rows = await db().collectiveResponse.findMany({ where: { revision: { gt: 0 } } });
    expect(new Set(rows.map(({ unionId }) => unionId)).size).toBe(4);
  });

  test("a second version says something else in one paragraph, and an answer shows it", async () => {
    const [second, first] = await db().version.findMany({
      where: { strategyId: "west-midlands" },
      orderBy: { number: "desc" },
      include: { paragraphs: true },
    });
    expect([first?.number, second?.number]).toEqual([1, 2]);
    const before = new Map(first?.paragraphs.map(({ paragraphId, text }) => [paragraphId, text]));
    const changed = second?.paragraphs.filter(({ paragraphId, text }) => before.get(paragraphId) !== text) ?? [];
    expect(changed).toHaveLength(1);
    expect(second?.paragraphs).toHaveLength(before.size);
    const revision = await db().answerRevision.findFirstOrThrow({ where: { versionId: second?.id ?? "" } });
    expect(revision).toMatchObject({ paragraphId: changed[0]?.paragraphId, decision: "accepted" });
    expect(revision.publishedAt).not.toBeNull();
  });

  test("the case of somebody who may be in danger is the first of the queue", async () => {
    const found = await db().case.findFirstOrThrow({ where: { lane: "danger", state: "open" } });
    expect(found).toMatchObject({ commentId: demoId("comment", "danger"), isAtRisk: true, isDistressing: true });
  });
});

/** The columns that hold something, but for those that depend on who wrote and how. */
function filled(row: object): string[] {
  const own = new Set(["formHash", "receiptHash", "emailProcessedAt", "version", "claimedById", "claimedUntil"]);
  return Object.entries(row).flatMap(([name, value]) => (value === null || own.has(name) ? [] : [name]));
}

async function readAll(commentId: string) {
  const comment = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
  return {
    comment,
    thread: await db().thread.findUniqueOrThrow({ where: { id: comment.threadId } }),
    participant: await db().participant.findUniqueOrThrow({ where: { id: comment.participantId } }),
    revision: await db().revision.findFirstOrThrow({ where: { commentId } }),
    theme: await db().commentTheme.findFirstOrThrow({ where: { commentId } }),
    case: await db().case.findFirstOrThrow({ where: { commentId } }),
    decision: await db().decision.findFirstOrThrow({ where: { commentId } }),
    notice: await db().notice.findFirstOrThrow({ where: { commentId } }),
  };
}

async function newestOfCrowd(strategyId: string): Promise<string> {
  const { id } = await db().comment.findFirstOrThrow({
    where: {
      ...{ strategyId, isReply: false, source: "participant", state: "published" },
      ...{ districtId: { not: null }, sectorId: { not: null }, stance: { not: null }, participant: { isDemo: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return id;
}

type Share = { all: number; shown: number; hidden: string[] };

/** Of the kinds of work with people in each LEP, and of the districts where the crowd works, those whose number the newest release shows. */
async function shares(only?: string): Promise<{ kinds: Share; districts: Share }> {
  const rows = await db().release.findMany({ distinct: ["lepId"], orderBy: [{ lepId: "asc" }, { number: "desc" }] });
  const contributors = await listContributors();
  const ofCrowd = new Set(crowdAreas.flatMap((area) => area.districts.map(([id]) => id)));
  const kinds: Share = { all: 0, shown: 0, hidden: [] };
  const districts: Share = { all: 0, shown: 0, hidden: [] };
  const add = (share: Share, name: string, isShown: boolean) => {
    share.all++;
    if (isShown) share.shown++;
    else share.hidden.push(name);
  };
  for (const { lepId, cells, family } of rows.filter((row) => only === undefined || row.lepId === only)) {
    const shown = storedCells.parse(cells);
    const { sectors, districts: places } = storedFamily.parse(family);
    const here = contributors.filter(({ lep }) => lep === lepId);
    for (const name of sectors.filter((sector) => here.some((person) => person.sector === sector)))
      add(
        kinds,
        name,
        shown.some(([theme, sector, place]) => theme === "any" && sector === name && place === "all"),
      );
    for (const name of places.filter((place) => ofCrowd.has(place) && here.some((person) => person.district === place)))
      add(
        districts,
        name,
        shown.some(([theme, sector, place]) => theme === "any" && sector === "all" && place === name),
      );
  }
  return { kinds, districts };
}
