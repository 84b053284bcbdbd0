import { insertChainHeads } from "@/lib/audit/record.writes";
import { addJob } from "@/lib/jobs/queue";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import type { PrismaClient } from "@/prisma/generated/client";
import { demoStrategies } from "@/prisma/seed/demo/content";
import { type CrowdOptions, seedCrowd } from "@/prisma/seed/demo/crowd";
import { seedDecisions } from "@/prisma/seed/demo/decisions";
import { seedPeopleAndComments, seedWhatFollowed } from "@/prisma/seed/demo/stages";

/**
 * Seeds the demonstration: three open strategies with comments, replies, reactions and decisions in every state, all
 * invented by us, by a cast whom anybody can be. The rows are the same each time. Does nothing when they exist.
 * @param crowd with twelve weeks of a crowd in a dozen strategies: docs/decisions/0217. Tests are quicker without.
 */
export async function seedDemo(db: PrismaClient, crowd: CrowdOptions | null = null): Promise<void> {
  if ((await db.comment.count({ take: 1 })) > 0) return;
  const now = new Date();
  if (crowd) await seedCrowd(db, now, crowd);
  else {
    await db.$transaction(
      async (tx) => {
        await seedPeopleAndComments(tx, now);
        await seedDecisions(tx, now);
        await seedWhatFollowed(tx, now);
        await addJob(tx, "make-release", {}); // the disclosure audit takes a minute or two, so the server does it in the background
      },
      { timeout: 600_000 },
    );
    for (const strategyId of demoStrategies) await makeEdition(strategyId, now);
  }
  await insertChainHeads(db, now);
}
