import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, test } from "vitest";
import { CoverageTables } from "@/components/summaries/coverage";
import { db } from "@/lib/database/client";
import { getCoverage, listSharedDistricts } from "@/lib/summaries/coverage.queries";
import { getTableFamily } from "@/lib/summaries/releases/release.queries";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const leps = await db().body.findMany({ where: { isCounted: true }, select: { id: true, name: true } });

/** The districts of several areas, from the tables that releases count by. */
const { memberships } = await getTableFamily();
const areasOf = new Map<string, string[]>();
for (const { district, lep } of memberships) areasOf.set(district, [...(areasOf.get(district) ?? []), lep]);
const sharedDistricts = [...areasOf.values()].filter((areas) => areas.length > 1);

test("every district that a release divides is listed for each of its areas, and no other", async () => {
  expect(sharedDistricts.length).toBeGreaterThanOrEqual(7);
  for (const { id, name } of leps) {
    const own = sharedDistricts.filter((areas) => areas.includes(id));
    const districts = await listSharedDistricts(id);
    expect([id, districts.length]).toEqual([id, own.length]);
    for (const { alsoIn } of districts) {
      expect(alsoIn.length).toBeGreaterThan(0);
      expect(alsoIn).not.toContain(name);
    }
  }
});

test("the page says what the figure of such a district counts, and says nothing where there is none", async () => {
  const render = async (lepId: string) => {
    const name = leps.find(({ id }) => id === lepId)?.name ?? "";
    const districts = memberships.filter(({ lep }) => lep === lepId).map(({ district }) => district);
    const release = {
      ...{ number: 1, day: "2026-11-02", version: "6", note: "", cells: [], parameters: {} },
      family: { themes: [], sectors: [], districts },
    };
    const coverage = await getCoverage(lepId, release as never);
    const props = { name, slug: lepId, about: null, people: null, release: release as never, coverage };
    return renderToStaticMarkup(CoverageTables(props));
  };
  expect(await render(sharedDistricts[0]?.[0] ?? "")).toContain(
    "the figure counts only the people whose comments are under",
  );
  const alone = leps.find(({ id }) => !sharedDistricts.some((areas) => areas.includes(id)));
  expect(await render(alone?.id ?? "")).not.toContain("the figure counts only");
});
