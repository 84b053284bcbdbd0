import { db } from "@/lib/database/client";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { refreshOpinion } from "@/lib/summaries/releases/release.commands";

// What the demonstration's data lack for a summary with every section.

export const campaign = "Run the night bus on Sundays as well. We cannot get home after the late shift.";

/** Four people send the same text, two more change it. */
export async function sendCampaign(lepId: string, strategyId: string): Promise<void> {
  const texts = [
    campaign,
    campaign,
    campaign,
    `${campaign} `,
    `I am a nurse. ${campaign}`,
    `${campaign} Please do it.`,
  ];
  const first = await db().thread.findFirstOrThrow({ where: { strategyId } });
  for (const text of texts) {
    const participant = await db().participant.create({ data: { strategyId, alias: `Sender ${Math.random()}` } });
    const { id: participantId } = participant;
    const week = new Date("2026-11-16");
    const thread = await db().thread.create({ data: { strategyId, sectionId: first.sectionId, week } });
    const published = { state: "published", week, lepId, text } as const;
    await db().comment.create({ data: { strategyId, threadId: thread.id, participantId, ...published } });
  }
  await makeEdition(strategyId);
}

/** A collective response of one union for 4,000 members. */
export async function submitResponse(strategyId: string): Promise<void> {
  const mandate = {
    covers: "Members in buses and depots.",
    consulted: 4000,
    tookPart: 2480,
    method: "ballot",
  } as const;
  const dates = { from: new Date("2026-09-01"), to: new Date("2026-09-30"), minority: "Trams first." };
  await db().collectiveResponse.create({
    data: {
      ...{ strategyId, unionId: "unite", branch: "Dudley", revision: 1, createdById: "somebody" },
      revisions: { create: { number: 1, ...mandate, ...dates, publishedById: "somebody" } },
    },
  });
}

/** A release with made-up figures. */
export async function makeRelease(lepId: string): Promise<void> {
  const districts = await db().bodyDistrict.findMany({ where: { bodyId: lepId, vintage: "2021" } });
  const [first, second] = districts.map(({ districtId }) => districtId);
  const cells = [
    ["any", "all", "all", 40],
    ["any", "care", "all", 15],
    ["any", "transport", "all", 10],
    ["any", "all", first, 25],
    ["any", "all", second, 10],
  ];
  const family = { themes: ["people"], sectors: ["care"], districts: districts.map(({ districtId }) => districtId) };
  await db().release.create({
    data: { lepId, number: 1, method: "1", parameters: {}, note: "", family, cells: cells as never },
  });
}

/** A LEP's summary with something in every part: a campaign, a union's response, a release, opinion groups, an edition. */
export async function makeSummary(lepId: string, strategyId: string): Promise<void> {
  await sendCampaign(lepId, strategyId);
  await submitResponse(strategyId);
  await makeRelease(lepId);
  await refreshOpinion([lepId]);
  await makeEdition(strategyId);
}
