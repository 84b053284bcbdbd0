import { db } from "@/lib/database/client";
import type { FollowInput } from "@/lib/notifications/follow.schema";
import type { Person } from "@/lib/people/person.policy";

export type FollowView = { strategyId: string; section: number | null; areaName: string; title: string | null };

/** What an account follows. */
export async function listFollows(person: Person): Promise<FollowView[]> {
  if (!person.accountId) return [];
  const rows = await db().follow.findMany({
    where: { accountId: person.accountId },
    orderBy: [{ strategyId: "asc" }, { sectionId: "asc" }],
    select: { strategyId: true, sectionId: true, strategy: { select: { areaName: true } } },
  });
  const titles = await getSectionTitles(rows.map(({ sectionId }) => sectionId).filter(Boolean));
  return rows.map(({ strategyId, sectionId, strategy }) => {
    const section = titles.get(sectionId);
    return { strategyId, areaName: strategy.areaName, section: section?.number ?? null, title: section?.title ?? null };
  });
}

/** The newest published title and the number of sections. */
export async function getSectionTitles(sectionIds: string[]): Promise<Map<string, { number: number; title: string }>> {
  const rows = await db().versionSection.findMany({
    where: { sectionId: { in: sectionIds }, version: { publishedAt: { not: null } } },
    orderBy: { version: { number: "asc" } }, // the newest last, which stays in the map
    select: { sectionId: true, title: true, section: { select: { number: true } } },
  });
  return new Map(rows.map(({ sectionId, title, section }) => [sectionId, { title, number: section.number }]));
}

/** The section's id, or "" for the strategy itself; null when it does not exist or is not public. */
export async function findFollowTarget({ strategy, section }: FollowInput): Promise<string | null> {
  const target = await db().strategy.findFirst({
    where: { id: strategy, phase: { notIn: ["draft", "checked"] } },
    select: { sections: { where: { number: section ?? -1 }, select: { id: true } } },
  });
  if (!target) return null;
  return section === null ? "" : (target.sections[0]?.id ?? null);
}

/** Accounts with an address that follow anything and have not been sent this week's digest. @param week its Monday */
export async function listDigestRecipients(week: Date): Promise<string[]> {
  const rows = await db().account.findMany({
    where: {
      erasedAt: null,
      emailSealed: { not: null },
      follows: { some: {} },
      OR: [{ digest: null }, { digest: { week: { lt: week } } }],
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
