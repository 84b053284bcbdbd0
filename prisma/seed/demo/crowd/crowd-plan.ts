import type { CommentSource, Stance } from "@/prisma/generated/enums";
import { seededRandom } from "@/prisma/seed/demo/content";
import { type CrowdArea, crowdAreas } from "@/prisma/seed/demo/crowd/crowd-areas";
import { type CrowdText, type Foundation, readCrowdTexts } from "@/prisma/seed/demo/crowd/crowd-texts";

/** People in the demonstration, those of the cast among them. */
export const crowdSize = 1_200;
export const crowdWeeks = 12;
export const campaignCopies = 412;
export const campaignPersonalised = 87;
const campaignStrategy = "greater-manchester";

export type CrowdPerson = {
  key: string;
  strategyId: string;
  district: string | null;
  sector: string | null;
  camp: 0 | 1 | 2;
  /** Weeks ago when they came. */
  weeksAgo: number;
};
export type CrowdComment = {
  key: string;
  by: string;
  strategyId: string;
  replyTo: string | null;
  foundation: Foundation;
  themes: string[];
  stance: Stance | null;
  text: string;
  district: string | null;
  sector: string | null;
  /** Weeks ago when it was published. */
  weeksAgo: number;
  source: CommentSource;
  /** How likely each camp is to agree. */
  camps: [number, number, number];
  isCampaign: boolean;
};
export type CrowdPlan = { people: CrowdPerson[]; comments: CrowdComment[] };

type Random = () => number;

/** Everybody of the crowd and all that they write; the same each time. */
export function planCrowd(): CrowdPlan {
  const random = seededRandom("crowd");
  const plan: CrowdPlan = { people: [], comments: [] };
  for (const area of crowdAreas) {
    const people = planPeople(area, area.people, `${area.strategyId}-`, random);
    const comments = planComments(area, people, random);
    plan.people.push(...people);
    plan.comments.push(...comments, ...planReplies(comments, people, random));
  }
  for (const part of [planCampaign(random), planMeetings(), planTranslated()]) {
    plan.people.push(...part.people);
    plan.comments.push(...part.comments);
  }
  return plan;
}

function planPeople(area: CrowdArea, count: number, prefix: string, random: Random): CrowdPerson[] {
  const { district: noDistrict, sector: noSector } = area.notGiven ?? { district: 0, sector: 0 };
  const districts = spread(area.districts, count, noDistrict, random);
  const sectors = spread(area.sectors, count, noSector, random);
  for (const [id, , , kinds] of area.districts) {
    if (!kinds) continue;
    const members = [...districts.keys()].filter((at) => districts[at] === id);
    const own = spread(kinds, members.length, 0, random);
    members.forEach((member, at) => {
      sectors[member] = own[at] ?? null;
    });
  }
  return Array.from({ length: count }, (_, at) => ({
    key: `crowd-${prefix}${at + 1}`,
    strategyId: area.strategyId,
    district: districts[at] ?? null,
    sector: sectors[at] ?? null,
    camp: Math.floor(random() * 3) as 0 | 1 | 2,
    // most in the first weeks, before the first release, and one of twelve after it
    weeksAgo: area.endedWeeksAgo + (at % 12 === 11 ? (3 * Math.floor(at / 12) + 1) % 8 : crowdWeeks - 1 - (at % 4)),
  }));
}

/** As many names as `count`, each in proportion to its weight (largest remainders), in random order; null for `notGiven` of them. */
function spread(
  weights: readonly (readonly [string, number, ...unknown[]])[],
  count: number,
  notGiven: number,
  random: Random,
): (string | null)[] {
  const nulls = Math.round(count * notGiven);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  const shares = weights.map(([name, weight]) => ({ name, share: (weight / sum) * (count - nulls) }));
  const names = shares.flatMap(({ name, share }) => new Array<string>(Math.floor(share)).fill(name));
  const rest = shares
    .toSorted((a, b) => (b.share % 1) - (a.share % 1))
    .slice(0, sum ? count - nulls - names.length : 0);
  return shuffle([...names, ...rest.map(({ name }) => name), ...new Array<null>(nulls).fill(null)], random);
}

/** One comment of each person whose work has a text left, so that nothing is written twice about a strategy. */
function planComments(area: CrowdArea, people: CrowdPerson[], random: Random): CrowdComment[] {
  const { comments: all, closings } = readCrowdTexts();
  const left = Object.fromEntries(Object.entries(all).map(([sector, texts]) => [sector, shuffle(texts, random)]));
  const closingsLeft = Object.fromEntries(
    Object.entries(closings).map(([key, texts]) => [key, shuffle(texts, random)]),
  );
  return people.flatMap((person) => {
    const text = takeText(left[person.sector ?? "*"], person) ?? takeText(left["*"], person);
    if (!text) return [];
    const [foundation, themes, ownText] = text;
    const town = area.districts.find(([id]) => id === person.district)?.[2] ?? "";
    const closing = random() < 0.35 ? closingsLeft[foundation]?.pop() : undefined;
    const { key: by, strategyId, district, sector, weeksAgo } = person;
    return {
      ...{ key: `${by}-c`, by, strategyId, replyTo: null, foundation, themes, district, sector, weeksAgo },
      stance: drawStance(random),
      text: [ownText.replaceAll("{town}", town), closing].filter(Boolean).join(" "),
      source: "participant" as const,
      camps: area.isDivided ? dividedCamps(foundation, random) : sameCamps(random),
      isCampaign: false,
    };
  });
}

/** Takes the first text that suits somebody: one that names the town needs to know it. */
function takeText(texts: CrowdText[] | undefined, { district }: CrowdPerson): CrowdText | undefined {
  const at = texts?.findIndex(([, , text]) => district !== null || !text.includes("{town}")) ?? -1;
  return at < 0 ? undefined : texts?.splice(at, 1)[0];
}

function planReplies(comments: CrowdComment[], people: CrowdPerson[], random: Random): CrowdComment[] {
  const texts = shuffle(readCrowdTexts().replies, random);
  return comments.flatMap((comment) => {
    if (random() > 0.3) return [];
    const others = people.filter(({ key, weeksAgo }) => key !== comment.by && weeksAgo <= comment.weeksAgo);
    const by = others[Math.floor(random() * others.length)];
    const text = by && texts.pop();
    if (!text) return [];
    return {
      ...comment,
      ...{ key: `${comment.key}-r`, by: by.key, replyTo: comment.key, themes: [], text, weeksAgo: by.weeksAgo },
      ...{ district: null, sector: null, stance: null, camps: sameCamps(random) },
    };
  });
}

/** The text that a union handed out: sent as it is by most, with a line of their own by some. */
function planCampaign(random: Random): CrowdPlan {
  const area = crowdAreas.find(({ strategyId }) => strategyId === campaignStrategy);
  if (!area) return { people: [], comments: [] };
  const { text, openings } = readCrowdTexts().campaign;
  const people = planPeople(area, campaignCopies + campaignPersonalised, "campaign-", random).map((person, at) => ({
    ...person,
    weeksAgo: random() < 0.5 ? 9 : 1 + (at % 8), // handed out at gates, then passed on
  }));
  const order = shuffle(people, random);
  const comments = order.map(({ key: by, strategyId, district, sector, weeksAgo }, at): CrowdComment => {
    const opening = at < campaignPersonalised ? `${openingOf(at, openings)} ` : "";
    return {
      ...{ key: `${by}-c`, by, strategyId, replyTo: null, district, sector, weeksAgo },
      ...{ foundation: "people", themes: ["pay", "hours-contracts", "procurement"], stance: "for" },
      ...{ text: opening + text, source: "participant", camps: [0.9, 0.35, 0.75], isCampaign: true },
    };
  });
  return { people, comments };
}

/** One or two sentences, and no two openings the same. */
function openingOf(at: number, openings: readonly string[]): string {
  const round = Math.floor(at / openings.length);
  const [first, second] = [openings[at % openings.length], openings[(at + 7 * round) % openings.length]];
  return round === 0 ? `${first}` : `${first} ${second}`;
}

/** Each comment of a meeting has a participant of its own, as the service gives it. */
function planMeetings(): CrowdPlan {
  const entries = readCrowdTexts().meetings.flatMap(({ key, strategyId, comments }) =>
    comments.map(([foundation, text, district], at) => {
      const person: CrowdPerson = {
        ...{ key: `crowd-${key}-${at + 1}`, strategyId, district, sector: null, camp: 0, weeksAgo: 3 },
      };
      const comment: CrowdComment = {
        ...{ key: `${person.key}-c`, by: person.key, strategyId, replyTo: null, foundation, themes: [], stance: null },
        ...{ text, district, sector: null, weeksAgo: 3, source: "meeting_record", isCampaign: false },
        camps: [0.8, 0.7, 0.8],
      };
      return { person, comment };
    }),
  );
  return { people: entries.map(({ person }) => person), comments: entries.map(({ comment }) => comment) };
}

function planTranslated(): CrowdPlan {
  const entries = readCrowdTexts().translated.map(([strategyId, foundation, themes, sector, district, text], at) => {
    const person: CrowdPerson = {
      key: `crowd-translated-${at + 1}`,
      strategyId,
      district,
      sector,
      camp: 0,
      weeksAgo: 2,
    };
    const comment: CrowdComment = {
      ...{ key: `${person.key}-c`, by: person.key, strategyId, replyTo: null, foundation, themes, stance: "neutral" },
      ...{ text, district, sector, weeksAgo: 2, source: "participant", camps: [0.9, 0.7, 0.8], isCampaign: false },
    };
    return { person, comment };
  });
  return { people: entries.map(({ person }) => person), comments: entries.map(({ comment }) => comment) };
}

/** How each camp sees a foundation: those who want a say and secure work, those who want firms left alone, and a town first. */
const campsOf: Record<Foundation, [number, number, number]> = {
  people: [0.95, 0.3, 0.72],
  infrastructure: [0.88, 0.62, 0.94],
  ideas: [0.82, 0.36, 0.55],
  "business-environment": [0.9, 0.25, 0.45],
  places: [0.6, 0.5, 0.95],
};
const dividedCamps = (foundation: Foundation, random: Random): [number, number, number] => {
  const shift = (random() - 0.5) * 0.16;
  return campsOf[foundation].map((share) => Math.min(0.97, Math.max(0.05, share + shift))) as [number, number, number];
};
const sameCamps = (random: Random): [number, number, number] => {
  const share = 0.45 + random() * 0.45;
  return [share, share, share];
};

function drawStance(random: Random): Stance {
  const point = random();
  if (point < 0.5) return "neutral";
  return point < 0.8 ? "for" : "against";
}

function shuffle<T>(list: readonly T[], random: Random): T[] {
  const shuffled = [...list];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T];
  }
  return shuffled;
}
