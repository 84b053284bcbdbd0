import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import type { Tx } from "@/lib/database/client";
import { isoDay, startOfDay } from "@/lib/dates";
import { hashNormalisedText } from "@/lib/moderation/checks/check.queries";
import { dueAt } from "@/lib/moderation/queue/case.rules";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import type { ReactionValue } from "@/prisma/generated/enums";
import { bulkInsert } from "@/prisma/seed/demo/bulk-insert";
import { freeAlias } from "@/prisma/seed/demo/cast";
import { demoId, readCast, readComments, seededRandom } from "@/prisma/seed/demo/content";
import { crowdAreas } from "@/prisma/seed/demo/crowd/crowd-areas";
import type { CrowdComment, CrowdPerson, CrowdPlan } from "@/prisma/seed/demo/crowd/crowd-plan";
import { repsOf } from "@/prisma/seed/demo/crowd/crowd-staff";
import { readCrowdTexts } from "@/prisma/seed/demo/crowd/crowd-texts";

// The rows that the commands would have written, many in a statement: submission.commands, decision.commands,
// meeting-entry.commands and reaction.commands. crowd.test.ts compares.

export const msPerDay = 86_400_000;
export const weeksBefore = (now: Date, weeks: number) => new Date(now.getTime() - weeks * 7 * msPerDay);
/** When a comment was sent: two days before its edition; stored to the day, as after a decision. */
export const sentAt = (now: Date, weeksAgo: number) =>
  startOfDay(isoDay(new Date(weeksBefore(now, weeksAgo).getTime() - 2 * msPerDay)));
export const decidedAt = (now: Date, weeksAgo: number) =>
  startOfDay(isoDay(new Date(weeksBefore(now, weeksAgo).getTime() - msPerDay)));

export async function insertCrowd(tx: Tx, { people, comments }: CrowdPlan, now: Date): Promise<void> {
  await insertPeople(tx, people, now);
  const places = await readPlaces(tx);
  const threads = comments
    .filter(({ replyTo }) => !replyTo)
    .map((comment) => ({
      id: demoId("thread", comment.key),
      strategyId: comment.strategyId,
      sectionId: places.section(comment).sectionId,
    }));
  const revisions = comments.map((comment) => ({
    commentId: demoId("comment", comment.key),
    number: 1,
    versionId: places.section(comment).versionId,
    text: comment.text,
    createdAt: sentAt(now, comment.weeksAgo),
  }));
  const themes = comments.flatMap(({ key, themes }) =>
    themes.map((themeId) => ({ commentId: demoId("comment", key), themeId })),
  );
  const cases = comments.map((comment) => caseRow(comment, places.lead(comment.strategyId), now));
  await bulkInsert(tx, "threads", threads);
  await bulkInsert(
    tx,
    "comments",
    comments.map((comment) => commentRow(comment, places, now)),
  );
  await bulkInsert(tx, "revisions", revisions);
  await bulkInsert(tx, "comment_themes", themes);
  await bulkInsert(tx, "cases", cases);
  await insertMeetings(tx, comments, places, now);
}

async function insertPeople(tx: Tx, people: readonly CrowdPerson[], now: Date): Promise<void> {
  const random = seededRandom("crowd aliases");
  const known = await tx.participant.findMany({ select: { strategyId: true, alias: true } });
  const taken = new Set(known.map(({ strategyId, alias }) => strategyId + alias));
  const rows = people.map(({ key, strategyId, weeksAgo }) => ({
    id: demoId("participant", key),
    strategyId,
    alias: freeAlias(random, strategyId, taken),
    isDemo: true,
    consentedTo: currentConsentVersion,
    consentedAt: sentAt(now, weeksAgo),
  }));
  await bulkInsert(tx, "participants", rows);
}

type Places = Awaited<ReturnType<typeof readPlaces>>;

/** Sections, districts and LEPs of the crowd's strategies. */
async function readPlaces(tx: Tx) {
  const strategyIds = crowdAreas.map(({ strategyId }) => strategyId);
  const where = { strategyId: { in: strategyIds } };
  const [sections, districts, leps, strategies] = await Promise.all([
    tx.versionSection.findMany({
      where: { version: { ...where, number: 1 } },
      orderBy: { position: "asc" },
      select: { sectionId: true, foundationId: true, versionId: true, version: { select: { strategyId: true } } },
    }),
    tx.strategyDistrict.findMany({ where }),
    tx.strategyBody.findMany({ where: { ...where, body: { isCounted: true } } }),
    tx.strategy.findMany({ where: { id: { in: strategyIds } }, select: { id: true, leadBodyId: true } }),
  ]);
  return {
    /** A section on the comment's foundation; a reply is in that of its thread, which has the same foundation. */
    section({ strategyId, foundation, key, replyTo }: CrowdComment) {
      const own = sections.filter(
        ({ version, foundationId }) => version.strategyId === strategyId && foundationId === foundation,
      );
      const section = own[seededInt(replyTo ?? key, own.length)];
      if (!section) throw new Error(`no section on ${foundation} in ${strategyId}`);
      return section;
    },
    district: ({ strategyId, district }: CrowdComment) =>
      districts.find((row) => row.strategyId === strategyId && row.districtId === district),
    leps: (strategyId: string) => leps.filter((row) => row.strategyId === strategyId).map(({ bodyId }) => bodyId),
    lead: (strategyId: string) => strategies.find(({ id }) => id === strategyId)?.leadBodyId ?? "",
  };
}

const seededInt = (key: string, below: number) => Math.floor(seededRandom(key)() * below);

function commentRow(comment: CrowdComment, places: Places, now: Date) {
  const { key, by, strategyId, replyTo, stance, text, weeksAgo, sector, source } = comment;
  const district = places.district(comment);
  return {
    id: demoId("comment", key),
    strategyId,
    threadId: demoId("thread", replyTo ?? key),
    isReply: replyTo !== null,
    participantId: demoId("participant", by),
    stance,
    source,
    text, // as the decision to publish it leaves it
    version: 2,
    districtId: comment.district,
    vintage: district ? boundaryVintage(district) : null,
    sectorId: sector,
    lepId: lepForComment(places.leps(strategyId), district?.viaBodies ?? null),
    createdAt: sentAt(now, weeksAgo),
  };
}

function caseRow({ key, strategyId, text, weeksAgo }: CrowdComment, areaId: string, now: Date) {
  const openedAt = sentAt(now, weeksAgo);
  return {
    id: demoId("case", key),
    kind: "pre_moderation" as const,
    state: "decided" as const,
    strategyId,
    areaId,
    commentId: demoId("comment", key),
    revision: 1,
    normalisedTextHash: hashNormalisedText(text),
    openedAt,
    dueAt: dueAt("pre_moderation", openedAt),
    decidedAt: decidedAt(now, weeksAgo),
  };
}

/** Records of two meetings, closed: nobody can print their slips any more. */
async function insertMeetings(tx: Tx, comments: readonly CrowdComment[], places: Places, now: Date): Promise<void> {
  for (const { key, strategyId, name } of readCrowdTexts().meetings) {
    const entries = comments.filter((comment) => comment.key.startsWith(`crowd-${key}-`));
    const first = entries[0];
    const [recorder] = repsOf(places.lead(strategyId));
    if (!first || !recorder) continue;
    const startedAt = sentAt(now, first.weeksAgo);
    const recordId = demoId("meeting", key);
    await tx.meetingRecord.create({
      data: { id: recordId, strategyId, name, recordedById: recorder.accountId, startedAt, closedAt: startedAt },
    });
    await tx.meetingEntry.createMany({
      data: entries.map((entry, at) => ({ commentId: demoId("comment", entry.key), recordId, number: at + 1 })),
    });
  }
}

export type PlannedReaction = {
  strategyId: string;
  commentId: string;
  participantId: string;
  value: ReactionValue;
  weeksAgo: number;
};

/** About this many people react to each comment, but for copies of the campaign, to which hardly anybody does. */
const reactorsOfComment = 15;
const reactorsOfCopy = 0.6;
const reactorsOfCast = 6;

/** Who of the crowd reacts to which comments, and in which week; each week's edition counts its own. */
export function planReactions({ people, comments }: CrowdPlan): PlannedReaction[] {
  const random = seededRandom("crowd reactions");
  const ofCast = crowdAreas.flatMap(({ strategyId }) => castComments(strategyId));
  return crowdAreas.flatMap(({ strategyId }) => {
    const here = people.filter((person) => person.strategyId === strategyId && !isFromMeeting(person));
    const toCrowd = comments
      .filter((comment) => comment.strategyId === strategyId)
      .map((comment) => ({ ...comment, expected: comment.isCampaign ? reactorsOfCopy : reactorsOfComment }));
    const toCast = ofCast.filter((comment) => comment.strategyId === strategyId);
    return [...toCrowd, ...toCast].flatMap((comment) =>
      here.flatMap((person) => {
        if (person.key === comment.by || random() >= comment.expected / here.length) return [];
        const weeksAgo = Math.max(
          crowdAreas.find((area) => area.strategyId === strategyId)?.endedWeeksAgo ?? 0,
          Math.min(person.weeksAgo, comment.weeksAgo) - Math.floor(random() ** 2 * 3),
        );
        const agrees = random() < comment.camps[person.camp] ? ("agree" as const) : ("disagree" as const);
        const value = random() < 0.12 ? ("pass" as const) : agrees;
        const participantId = demoId("participant", person.key);
        return { strategyId, commentId: demoId("comment", comment.key), participantId, value, weeksAgo };
      }),
    );
  });
}

/** Whoever spoke at a meeting has no way back in that anybody used. */
const isFromMeeting = ({ key }: CrowdPerson) =>
  readCrowdTexts().meetings.some((meeting) => key.startsWith(`crowd-${meeting.key}-`));

function castComments(strategyId: string) {
  if (!readCast().participants.some((participant) => participant.strategyId === strategyId)) return [];
  return readComments(strategyId)
    .filter(({ state }) => state === "published")
    .map(({ key, by, camps, weeksAgo }) => ({ key, by, camps, weeksAgo, strategyId, expected: reactorsOfCast }));
}
