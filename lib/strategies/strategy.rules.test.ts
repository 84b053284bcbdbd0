import { describe, expect, test } from "vitest";
import { knownStatuses, sourceDateText, statusText } from "@/lib/strategies/status.rules";
import { acceptsCommentsFrom, isOpenForComments, phaseLabel } from "@/lib/strategies/strategy.rules";
import { DistrictRole, Phase } from "@/prisma/generated/enums";
import { readReference } from "@/prisma/reference/read";

const now = new Date("2026-11-24T12:00:00Z");
const strategies = readReference<{ status: string; statusDate: string | null; certainty: string }>("strategies");

test("comments are taken from districts of every role but a former one", () => {
  const taking = Object.values(DistrictRole).filter(acceptsCommentsFrom);
  expect(taking).toEqual(["constituent", "lep_area", "lep_area_only"]);
});

describe("open for comments", () => {
  const past = new Date("2026-11-01T00:00:00Z");
  const future = new Date("2027-01-01T00:00:00Z");
  test.each(Object.values(Phase))("%s", (phase) => {
    expect(isOpenForComments({ phase, closesAt: null }, now)).toBe(phase === "open");
    expect(isOpenForComments({ phase, closesAt: future }, now)).toBe(phase === "open");
    expect(isOpenForComments({ phase, closesAt: past }, now)).toBe(false);
  });
  test("phase labels", () => {
    expect(phaseLabel({ phase: "open", closesAt: future }, now)).toBe("Open for comments");
    expect(phaseLabel({ phase: "open", closesAt: past }, now)).toBe("Closed");
    expect(phaseLabel({ phase: "closed", closesAt: null }, now)).toBe("Closed");
    expect(phaseLabel({ phase: "reference", closesAt: null }, now)).toBe("Read only");
  });
});

describe("status", () => {
  test("the known statuses are those of the reference", () => {
    expect(new Set(strategies.map(({ status }) => status))).toEqual(new Set(knownStatuses));
  });
  test("an unknown status is shown unchanged", () => {
    expect(statusText("under_review").label).toBe("under review");
  });
  test("dates of sources are written out", () => {
    expect(sourceDateText("2019-05-16")).toBe("16 May 2019");
    expect(sourceDateText("2020-03")).toBe("March 2020");
    expect(sourceDateText("2019-2020 (exact date not found)")).toBe("2019 to 2020 (exact date not found)");
    expect(sourceDateText("2019-09-09 (consultation to 2019-10-14)")).toBe(
      "9 September 2019 (consultation to 14 October 2019)",
    );
    for (const { statusDate } of strategies) expect(sourceDateText(statusDate ?? "")).not.toMatch(/\d{4}-\d|Invalid/);
  });
});
