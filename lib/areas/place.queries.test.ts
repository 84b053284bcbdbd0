import { afterAll, describe, expect, test } from "vitest";
import { findPlaces } from "@/lib/areas/place.queries";
import { searchKey } from "@/lib/areas/search-key";
import { db } from "@/lib/database/client";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const find = (query: string) => findPlaces(searchKey(query));
const districtsOf = async (query: string) => (await find(query)).map(({ district }) => district);

describe("finding a place", () => {
  test("a name in several districts gives each district", async () => {
    const newport = (await find("Newport")).filter(({ match }) => match === "exact");
    expect(newport.map(({ district }) => district)).toEqual([
      "East Riding of Yorkshire",
      "Isle of Wight",
      "Telford and Wrekin",
      "Uttlesford",
    ]);
    expect((await find("sutton")).filter(({ match }) => match === "exact").length).toBeGreaterThan(5);
  });

  test.each([
    ["Wolverhamton", "Wolverhampton"],
    ["Barnsly", "Barnsley"],
    ["birmingam", "Birmingham"],
    ["Lichfeild", "Lichfield"],
    ["Hull", "Kingston upon Hull"],
    ["KING'S LYNN", "King's Lynn and West Norfolk"],
    ["kings lynn", "King's Lynn and West Norfolk"],
    ["Redruth", "Cornwall"],
    ["Bristol, City of", "Bristol"],
    ["Stratford upon Avon", "Stratford-on-Avon"],
  ])("the first match of %s is in %s", async (query, district) => {
    expect((await districtsOf(query))[0]).toBe(district);
  });

  test("a county, a region or a newer council gives its districts", async () => {
    expect((await find("London")).filter(({ match }) => match === "exact")).toHaveLength(33);
    expect(await districtsOf("Cumberland")).toEqual(["Allerdale", "Carlisle", "Copeland"]);
    expect(await districtsOf("West Yorkshire")).toContain("Kirklees");
  });

  test("an unknown name finds nothing", async () => {
    expect(await find("qqqqzzzz")).toEqual([]);
  });

  test("the search uses the trigram index", async () => {
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      const plan = await tx.$queryRaw`
        EXPLAIN SELECT name FROM places
        WHERE search = 'wigan' OR search LIKE 'wigan%' OR search LIKE '% wigan%' OR search % 'wigan'`;
      expect(JSON.stringify(plan)).toContain("places_search_trgm");
    });
  });
});
