import { afterAll, expect, test } from "vitest";
import { getLocalFacts } from "@/lib/areas/local-facts.queries";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

test("a LEP's facts agree with the sources", async () => {
  const facts = await getLocalFacts("black-country");
  // four boroughs in mid-2019, almost wholly urban
  expect(facts?.place.people).toBe(1_198_881);
  expect(facts?.place.rural.here).toBeLessThan(0.01);
  // the official share of people in rural areas of England is 17.1%
  expect(facts?.place.rural.england).toBeCloseTo(0.171, 2);
  expect(facts?.place.coast.here).toBe(0);
  expect(facts?.work?.sectors[0]?.share).toBeGreaterThan(facts?.work?.sectors[1]?.share ?? 1);
  expect(facts?.pay?.districts).toBe(4);
});

test("shares of all jobs add up to one", async () => {
  for (const id of ["cornwall-scilly", "greater-manchester", "black-country"]) {
    const shares = (await getLocalFacts(id))?.work?.sectors.map(({ share }) => share) ?? [];
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  }
});

test("an unknown LEP has no facts", async () => {
  expect(await getLocalFacts("atlantis")).toBeNull();
});
