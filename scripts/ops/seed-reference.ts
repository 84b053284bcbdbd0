import { Command } from "commander";
import { db } from "@/lib/database/client";
import { seedReference } from "@/prisma/seed/reference";
import { seedStrategies } from "@/prisma/seed/strategies";

export const seedReferenceCommand = new Command("seed-reference")
  .description("Updates LEPs, districts, places, themes, strategies and their sections. Keeps what an admin added.")
  .action(async () => {
    await seedReference(db());
    await seedStrategies(db());
    process.stdout.write("The reference data is up to date.\n");
  });
