import type { ChartDownloads } from "@/components/charts/chart-figure";
import { CoverageChart } from "@/components/summaries/coverage";
import { formatNumber } from "@/lib/numbers";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = { name: string; downloads?: ChartDownloads } & Pick<Summary, "release" | "coverage">;

/** Who took part against who works there, from the newest release. */
export function CoverageInShort({ name, release, coverage, downloads }: Props) {
  if (!release || !coverage)
    return (
      <p className="measure">
        We have not released counts for {name} yet. The first release is in the week after 10 people have taken part
        here.
      </p>
    );
  const people = peopleInCell(release, {});
  return (
    <>
      <p className="measure">
        {people === null
          ? "The number of people who took part is not shown"
          : `About ${formatNumber(people)} people took part`}
        . Figures of people are rounded to 5, each on its own, so they may not add up.
      </p>
      <CoverageChart name={name} release={release} coverage={coverage} downloads={downloads} shown={3} />
    </>
  );
}
