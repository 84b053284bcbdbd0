import { expect, test } from "@playwright/test";
import { databaseUrl } from "@/e2e/support/database";
import { createCleanDatabase } from "@/scripts/drill/clean-database";
import { drillDatabaseOutage } from "@/scripts/drill/database-outage";
import { drillTwoInstances } from "@/scripts/drill/two-instances";

// The short forms of two drills, on servers and a database of their own. `npm run drill` goes on for longer.
test("two servers on one database, killed in turn, and a database that goes and comes back", async () => {
  test.setTimeout(600_000);
  const clean = await createCleanDatabase(await databaseUrl(), "holding_on", 4);

  const { seenAfter, ...shared } = await drillTwoInstances(clean, { rounds: 3, kills: 2 });
  // by a notification: without one, a page is in memory for 30 seconds. The drill prints the milliseconds
  expect(Math.max(...seenAfter)).toBeLessThan(15_000);
  expect(shared).toMatchObject({ sessions: true, requested: 30, answered: 30, mails: 20, twice: 0 });
  expect(shared).toMatchObject({ lost: 0, half: 0, verified: true });
  expect(shared.acknowledged).toBeGreaterThan(10);

  const recovered = await drillDatabaseOutage(clean, "cut", 500);
  expect(recovered.unclear).toEqual([]);
  expect(recovered).toMatchObject({ lost: 0, half: 0 });
});
