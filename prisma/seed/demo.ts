import { insertChainHeads } from "@/lib/audit/record.writes";
import { addDays, endOfDay, isoDay } from "@/lib/dates";
import { addJob } from "@/lib/jobs/queue";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import type { PrismaClient } from "@/prisma/generated/client";
import { seedAnswers } from "@/prisma/seed/demo/answers";
import { seedCast } from "@/prisma/seed/demo/cast";
import { seedComments } from "@/prisma/seed/demo/comments";
import { demoStrategies } from "@/prisma/seed/demo/content";
import { seedDecisions } from "@/prisma/seed/demo/decisions";
import { seedFunding } from "@/prisma/seed/demo/funding";
import { seedReactions } from "@/prisma/seed/demo/reactions";
import { seedReportsAndAppeals } from "@/prisma/seed/demo/reports-and-appeals";
import { seedResponses } from "@/prisma/seed/demo/responses";

/**
 * Seeds the demonstration: three open strategies with comments, replies, reactions and decisions in every state, all
 * invented by us. The rows are the same each time. Does nothing when they exist.
 */
export async function seedDemo(db: PrismaClient): Promise<void> {
  if ((await db.comment.count({ take: 1 })) > 0) return;
  const now = new Date();
  await db.$transaction(
    async (tx) => {
      await tx.strategy.updateMany({
        where: { id: { in: [...demoStrategies] } },
        data: { phase: "open", opensAt: daysFrom(now, -84), closesAt: endOfDay(addDays(isoDay(now), 56)) },
      });
      await seedCast(tx);
      await seedComments(tx, now);
      await seedReactions(tx);
      await seedDecisions(tx, now);
      await seedReportsAndAppeals(tx, now);
      await seedFunding(tx);
      await seedResponses(tx, now);
      await seedAnswers(tx, now);
      await addJob(tx, "make-release", {}); // the disclosure audit takes a minute or two, so the server does it in the background
    },
    { timeout: 600_000 },
  );
  for (const strategyId of demoStrategies) await makeEdition(strategyId, now);
  await insertChainHeads(db, now);
}

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);
