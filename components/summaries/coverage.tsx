import { ChartFigure } from "@/components/charts/chart-figure";
import { Dumbbells } from "@/components/charts/dumbbells";
import { SubjectCoverageNote } from "@/components/summaries/coverage-gaps";
import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import { formatNumber } from "@/lib/numbers";
import { coverageClaim, coverageLabel } from "@/lib/summaries/chart.rules";
import { peopleText, roundedPercentText } from "@/lib/summaries/display.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = { name: string; slug: string; about: string | null; people: number | null } & Pick<
  Summary,
  "release" | "coverage"
>;
const shareText = (share: number | null, people: number | null) =>
  share === null ? "–" : roundedPercentText(share, people ?? 0);

/** Who took part, from the newest release, against the jobs in the area. */
export function CoverageTables({ name, slug, about, people, release, coverage }: Props) {
  if (!release || !coverage) return <p className="measure">There are no counts of people until the first release.</p>;
  return (
    <>
      {about && <SubjectCoverageNote about={about} />}
      <p className="measure">
        {people === null ? "The number of people who took part" : `About ${formatNumber(people)} people took part`}{" "}
        under {name}
        {people === null && " is not shown"}, by{" "}
        <a className="link" href={`/api/v1/leps/${slug}/releases/${release.number}`}>
          release {release.number} of {formatDay(new Date(release.day))}
        </a>
        . Figures of people are rounded to 5, each on its own, so they may not add up. {release.note}
      </p>
      <CoverageChart name={name} coverage={coverage} />
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

type CoverageChartProps = { name: string; coverage: NonNullable<Summary["coverage"]>; shown?: number };

/** Each kind of work’s share of the people who took part, against its share of jobs. */
export function CoverageChart({ name, coverage, shown }: CoverageChartProps) {
  const isCompared = coverage.jobs > 0;
  const traits = (sector: { lowPaid: boolean; foundational: boolean }) =>
    [sector.lowPaid && "low pay", sector.foundational && "foundational"].filter(Boolean).join(", ");
  return (
    <ChartFigure
      claim={coverageClaim(coverage)}
      description={
        isCompared
          ? `Each kind of work’s share of people who took part, compared with its share of jobs in ${name} in ${coverage.year}.`
          : "Each kind of work’s share of people who took part. There are no job numbers for just this area."
      }
      table={
        <div className="traits">
          <Table
            caption={`People who took part by kind of work, compared with jobs (${coverage.year})`}
            head={["Kind of work", "Type", ...["People", "Share", "Jobs", "Share of jobs"].map(numeric)]}
            rows={coverage.sectors.map((sector) => [
              sector.name,
              traits(sector) || "–",
              peopleText(sector.people),
              shareText(sector.share, sector.people),
              isCompared ? formatNumber(sector.jobs) : "–",
              isCompared ? roundedPercentText(sector.jobsShare, sector.jobs) : "–",
            ])}
          />
        </div>
      }
    >
      <Dumbbells
        valueName="People who took part"
        referenceName="Jobs"
        notShownName="Too few people to show"
        shown={shown}
        rows={coverage.sectors.map((sector) => ({
          id: sector.id,
          name: sector.name,
          value: sector.share,
          reference: isCompared ? sector.jobsShare : null,
          label: coverageLabel(sector, isCompared),
        }))}
      />
    </ChartFigure>
  );
}
