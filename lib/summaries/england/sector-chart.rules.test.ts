import { expect, test } from "vitest";
import { sectorClaim } from "@/lib/summaries/england/sector-chart.rules";
import { sectorGroups } from "@/lib/summaries/releases/release-table.rules";

test("the title of the chart of kinds of work, for none, one, some and all that are shown nowhere", () => {
  const all = Object.values(sectorGroups).map(({ name }) => name);
  expect(sectorClaim(0, all.length, all)).toBe("No counts of people have been released yet");
  expect(sectorClaim(3, all.length, [])).toBe("Every kind of work is shown in at least one area");
  expect(sectorClaim(3, all.length, ["Care"])).toBe(`1 of ${all.length} kinds of work is shown nowhere: Care`);
  expect(sectorClaim(3, all.length, ["Care", "Shops"])).toMatch(/^2 of \d+ kinds of work are shown nowhere: Care/);
  expect(sectorClaim(3, all.length, all)).toBe("Too few people to show from any kind of work, in any area");
});
