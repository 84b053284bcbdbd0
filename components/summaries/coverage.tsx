import type { ChartDownloads } from "@/components/charts/chart-figure";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { SubjectCoverageNote } from "@/components/summaries/coverage-gaps";
import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import { formatNumber } from "@/lib/numbers";
import { tableText } from "@/lib/summaries/charts/drawing.rules";
import { sharedDistrictText } from "@/lib/summaries/coverage.rules";
import { peopleText } from "@/lib/summaries/display.rules";
import { coverageChart } from "@/lib/summaries/overview/summary-charts.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = {
  name: string;
  slug: string;
  about: string | null;
  people: number | null;
  downloads?: ChartDownloads;
} & Pick<Summary, "release" | "coverage">;

/** Who took part, from the newest release, against the jobs in the area. */
export function CoverageTables({ name, slug, about, people, release, coverage, downloads }: Props) {
  if (!release || !coverage) return <p className="measure">There are no counts of people until the first release.</p>;
  const sharedText = sharedDistrictText(name, coverage.districts);
  return (
    <>
      {about && <SubjectCoverageNote about={about} />}
      <p className="measure">
        {people === null ? "The number of people who took part" : `About ${formatNumber(people)} people took part`}{" "}
        under {name}
        {people === null && " is not shown"}, by{" "}
        <a className="link" href={`/api/v1/leps/${slug}/releases/${release.number}`}>
          release {release.number}, {formatDay(new Date(release.day))}
        </a>
        . Figures of people are rounded to 5, each on its own, so they may not add up. {release.note}
      </p>
      <CoverageChart name={name} release={release} coverage={coverage} downloads={downloads} />
      <Table
        caption="People who took part by district"
        head={["District", "Urban or rural", ...["People", "Residents"].map(numeric)]}
        rows={coverage.districts.map((district) => [
          district.name,
          district.kind,
          peopleText(district.people),
          formatNumber(district.residents),
        ])}
      />
      {sharedText && <p className="measure text-muted">{sharedText}</p>}
      <Table
        caption="People who took part by type of area, added up from the districts shown"
        head={["Type of area", ...["Districts", "People, at least", "Residents"].map(numeric)]}
        rows={coverage.kinds.map((row) => [
          row.kind,
          row.districts,
          peopleText(row.people),
          formatNumber(row.residents),
        ])}
      />
      <p className="text-muted text-sm">
        Jobs: Office for National Statistics, Business Register and Employment Survey, {coverage.year}, where the work
        is, boundaries of April 2021. Residents: Office for National Statistics, middle of 2019. We decided which
        sectors count as low paid or foundational.
      </p>
    </>
  );
}

type CoverageChartProps = {
  name: string;
  release: NonNullable<Summary["release"]>;
  coverage: NonNullable<Summary["coverage"]>;
  downloads?: ChartDownloads;
  shown?: number;
};

/** Each kind of work’s share of the people who took part, against its share of jobs. */
export function CoverageChart({ name, release, coverage, downloads, shown }: CoverageChartProps) {
  const chart = coverageChart(name, release, coverage);
  const { columns, rows } = chart.table;
  return (
    <DrawnChart
      chart={chart}
      downloads={downloads}
      shown={shown}
      table={
        <div className="traits">
          <Table
            caption={chart.title}
            head={columns.map((column, at) => (at < 2 ? column : numeric(column)))}
            rows={rows.map((row) => row.map(tableText))}
          />
        </div>
      }
    />
  );
}
