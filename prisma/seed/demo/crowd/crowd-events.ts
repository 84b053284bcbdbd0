import { createAnswer, reviewAnswer } from "@/lib/answers/answer.commands";
import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import { db, type Tx } from "@/lib/database/client";
import { isoDay } from "@/lib/dates";
import { openFirstCases } from "@/lib/moderation/queue/case.writes";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { saveDraftAbout, saveDraftSection, startDraft } from "@/lib/strategies/drafts/draft.commands";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { checkDraft, openDraft } from "@/lib/strategies/drafts/publication.commands";
import { insertAnswer } from "@/prisma/seed/demo/answers";
import { demoId } from "@/prisma/seed/demo/content";
import { answersToThemes, secondVersion } from "@/prisma/seed/demo/crowd/crowd-answers";
import { weeksBefore } from "@/prisma/seed/demo/crowd/crowd-rows";
import { officersOf } from "@/prisma/seed/demo/crowd/crowd-staff";
import { readCrowdTexts } from "@/prisma/seed/demo/crowd/crowd-texts";
import { insertResponse } from "@/prisma/seed/demo/responses";

/** Three unions’ responses beside the one of the cast. */
export async function seedResponsesOfCrowd(tx: Tx, now: Date): Promise<void> {
  for (const response of responses) await insertResponse(tx, now, response);
}

const responses: Parameters<typeof insertResponse>[2][] = [
  {
    ...{ key: "unison-care", strategyId: "cornwall-scilly", unionId: "unison", branch: "Health and care" },
    ...{ editor: "union-officer-unison", officer: "union-officer-unison", section: 2 },
    mandate: {
      ...{ covers: "Care and hospital staff in Cornwall and the Isles of Scilly", consulted: 2_300, tookPart: 610 },
      ...{
        method: "meetings",
        minority: "A few would rather have higher mileage rates than paid time between visits.",
      },
    },
    opening:
      "Our members care for the people this strategy counts as a challenge. They drive between visits in their own time. Pay that time, and the places on your courses will fill.",
    part: "A qualification that is studied for in paid hours keeps people. One that is studied for at midnight does not.",
  },
  {
    ...{ key: "gmb-warehouses", strategyId: "greater-manchester", unionId: "gmb", branch: "" },
    ...{ editor: "union-officer-gmb", officer: "union-officer-gmb", section: 3 },
    mandate: {
      ...{
        covers: "Members in warehouses, care and councils in Greater Manchester",
        consulted: 5_200,
        tookPart: 1_480,
      },
      ...{ method: "ballot", minority: "One in nine voted against asking for four weeks’ notice, as too little." },
    },
    opening:
      "We asked for one thing on which money should depend, and members chose notice of shifts. The campaign that many of them signed says the same in fewer words.",
    part: "Whoever takes a grant should publish how many of its people have a contract for the hours they work.",
  },
  {
    ...{ key: "usdaw-shops", strategyId: "cheshire-warrington", unionId: "usdaw", branch: "" },
    ...{ editor: "union-officer-usdaw", officer: "union-officer-usdaw", section: 5 },
    mandate: {
      ...{ covers: "Shop and distribution workers in Cheshire and Warrington", consulted: 1_900, tookPart: 450 },
      ...{
        method: "paper",
        minority: "Some members in small shops think that no condition should apply to firms of under ten.",
      },
    },
    opening:
      "A high street is somebody’s workplace. Our members ask for safety after dark, a bus after closing, and a say before a shop shuts.",
    part: "Count the people who work in a town centre beside those who visit it, and publish both.",
  },
];

/** The answers to the strategy that is answered and to the one that is late, and that the first is complete. */
export async function seedAnswersOfCrowd(tx: Tx, now: Date): Promise<void> {
  const themes = await tx.commentTheme.findMany({
    where: { comment: { strategyId: { in: ["dorset", "cumbria"] } } },
    distinct: ["themeId"],
    select: { themeId: true },
    orderBy: { themeId: "asc" },
  });
  const used = async (strategyId: string) =>
    new Set((await tx.commentTheme.findMany({ where: { comment: { strategyId } } })).map(({ themeId }) => themeId));
  for (const { strategyId, only, weeksAgo } of [
    { strategyId: "dorset", only: null, weeksAgo: 2 },
    { strategyId: "cumbria", only: 4, weeksAgo: 6 },
  ]) {
    const own = await used(strategyId);
    const answered = themes.map(({ themeId }) => themeId).filter((id) => own.has(id));
    for (const themeId of answered.slice(0, only ?? answered.length)) {
      const answer = answersToThemes[themeId];
      if (!answer) throw new Error(`no answer to ${themeId}`);
      const [by, second] = [`officer-${strategyId}-1`, `officer-${strategyId}-2`];
      await insertAnswer(tx, now, { strategyId, themeId, by, second, state: "published", weeksAgo, ...answer });
    }
  }
  await tx.answersClosure.create({
    data: { strategyId: "dorset", closedById: demoId("account", "officer-dorset-1"), closedAt: weeksBefore(now, 1) },
  });
}

/** Somebody may be in danger: the checks find it, and the case is the first of the rep’s queue. */
export async function seedDanger(tx: Tx): Promise<void> {
  const { strategyId, foundation, themes, sector, district, text } = readCrowdTexts().danger;
  const [participantId, threadId, commentId] = [
    demoId("participant", "danger"),
    demoId("thread", "danger"),
    demoId("comment", "danger"),
  ];
  const section = await tx.versionSection.findFirstOrThrow({
    where: { version: { strategyId, number: 1 }, foundationId: foundation },
    orderBy: { position: "asc" },
  });
  const place = await tx.strategyDistrict.findFirstOrThrow({ where: { strategyId, districtId: district } });
  const leps = await tx.strategyBody.findMany({ where: { strategyId, body: { isCounted: true } } });
  await tx.participant.create({
    data: {
      id: participantId,
      strategyId,
      alias: "Quiet Sycamore 31",
      isDemo: true,
      consentedTo: currentConsentVersion,
    },
  });
  await tx.thread.create({ data: { id: threadId, strategyId, sectionId: section.sectionId } });
  await tx.comment.create({
    data: {
      ...{
        id: commentId,
        strategyId,
        threadId,
        participantId,
        stance: "neutral",
        districtId: district,
        sectorId: sector,
      },
      vintage: boundaryVintage(place),
      lepId: lepForComment(
        leps.map(({ bodyId }) => bodyId),
        place.viaBodies,
      ),
    },
  });
  await tx.revision.create({ data: { commentId, number: 1, versionId: section.versionId, text } });
  await tx.commentTheme.createMany({ data: themes.map((themeId) => ({ commentId, themeId })) });
  await openFirstCases(tx, strategyId, [{ id: commentId, participantId, text }]);
  await tx.safeguardingContact.create({
    data: { scope: `body:${strategyId}`, name: "Safeguarding lead (made up)", phone: "07700 900123" },
  });
}

/** A second version, by the commands: one paragraph is another because of comments, and an answer shows it. */
export async function seedSecondVersion(): Promise<void> {
  const { strategyId, sectionNumber, about, before, after, themeId, answer } = secondVersion;
  const [officer, colleague] = officersOf(strategyId);
  if (!officer || !colleague) throw new Error("no officers");
  const strategy = await db().strategy.findUniqueOrThrow({ where: { id: strategyId } });
  await startDraft(officer, strategyId);
  const draft = await getDraft(officer, strategyId);
  const { id: sectionId } = await db().section.findFirstOrThrow({ where: { strategyId, number: sectionNumber } });
  const section = draft?.sections.find((one) => one.sectionId === sectionId);
  const paragraph = section?.paragraphs.find(({ text }) => text.includes(before));
  if (!draft || !section || !paragraph) throw new Error("the paragraph that changes is not there");
  const input = {
    ...{ title: section.title, summary: section.summary, foundation: section.foundationId, themes: section.themeIds },
    canChange: section.canChange,
  };
  const closesOn = isoDay(strategy.closesAt ?? new Date());
  await saveDraftAbout(officer, strategyId, draft.version, { ...draft.about, ...about, closesOn });
  await saveDraftSection(officer, strategyId, draft.version + 1, {
    key: section.key,
    input,
    text: (key) => (key === paragraph.key ? paragraph.text.replace(before, after) : undefined),
    operation: { kind: "save" },
  });
  await checkDraft(colleague, strategyId, draft.version + 2);
  await openDraft(officer, strategyId, draft.version + 3);
  const id = await createAnswer(
    officer,
    { strategy: strategyId, kind: "theme", point: themeId },
    { ...answer, paragraph: paragraph.paragraphId },
  );
  await reviewAnswer(colleague, id, 1, true);
}
