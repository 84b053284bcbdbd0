import type { Tx } from "@/lib/database/client";
import { addDays, endOfDay, isoDay } from "@/lib/dates";
import { seedAnswers } from "@/prisma/seed/demo/answers";
import { seedCast } from "@/prisma/seed/demo/cast";
import { seedComments } from "@/prisma/seed/demo/comments";
import { demoStrategies } from "@/prisma/seed/demo/content";
import { seedSecondLooks } from "@/prisma/seed/demo/decisions";
import { seedFunding } from "@/prisma/seed/demo/funding";
import { seedReactions } from "@/prisma/seed/demo/reactions";
import { seedReportsAndAppeals } from "@/prisma/seed/demo/reports-and-appeals";
import { seedResponses } from "@/prisma/seed/demo/responses";

/** The cast and what it wrote, before any decision. */
export async function seedPeopleAndComments(tx: Tx, now: Date): Promise<void> {
  await tx.strategy.updateMany({
    where: { id: { in: [...demoStrategies] } },
    data: { phase: "open", opensAt: daysFrom(now, -84), closesAt: endOfDay(addDays(isoDay(now), 56)) },
  });
  await seedCast(tx);
  await seedComments(tx, now);
  await seedReactions(tx);
}

/** What came after the decisions. */
export async function seedWhatFollowed(tx: Tx, now: Date): Promise<void> {
  await seedSecondLooks(tx, now);
  await seedReportsAndAppeals(tx, now);
  await seedFunding(tx);
  await seedResponses(tx, now);
  await seedAnswers(tx, now);
}

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);
