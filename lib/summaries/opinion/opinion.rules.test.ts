import { expect, test } from "vitest";
import { noAnalysisText } from "@/lib/summaries/opinion/opinion.rules";
import type { ReleasedPeople, ReleaseView } from "@/lib/summaries/releases/release.rules";

const release = { number: 1 } as ReleaseView;
const ofLep: [string, ReleasedPeople] = ["tees-valley", { number: 1, day: "2026-12-01", people: null }];

test("without an analysis: there is no release yet, or its groups are being worked out", () => {
  for (const summary of [
    { release: null, heardByLep: null },
    { release: null, heardByLep: new Map() },
  ])
    expect(noAnalysisText(summary)).toMatch(/There is no release yet\.$/);
  for (const summary of [
    { release, heardByLep: null },
    { release: null, heardByLep: new Map([ofLep]) },
  ])
    expect(noAnalysisText(summary)).toBe(
      "We are working out the opinion groups of the newest release. This takes a few minutes.",
    );
});
