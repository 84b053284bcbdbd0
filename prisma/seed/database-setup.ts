import { PrismaPg } from "@prisma/adapter-pg";
import { migrate } from "@/lib/database/migrations";
import { migrateJobs } from "@/lib/jobs/runner";
import { PrismaClient } from "@/prisma/generated/client";
import { seedReference } from "@/prisma/seed/reference";
import { seedStrategies } from "@/prisma/seed/strategies";

/** Creates or updates what the service needs in a database: tables, job queue, reference data, strategies. */
export async function setUpDatabase(url: string): Promise<void> {
  await migrate(url);
  await migrateJobs(url);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 2 }) });
  try {
    await seedReference(db);
    await seedStrategies(db);
  } finally {
    await db.$disconnect();
  }
}
