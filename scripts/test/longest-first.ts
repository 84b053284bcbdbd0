import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest. A fresh clone has no times of earlier runs. */
const longest = [
  "lib/summaries/opinion/opinion-analysis.test.ts",
  "lib/summaries/suppression/audit.test.ts",
  "lib/moderation/decisions/decision-permissions.test.ts",
  "lib/summaries/figures/figure-links.test.ts",
  "lib/summaries/summary-recount.test.ts",
];

/** Begins with the files that take longest, so that no worker is left with one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
