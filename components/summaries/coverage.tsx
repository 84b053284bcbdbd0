import { BarChart } from "@/components/summaries/bar-chart";
import { SubjectCoverageNote } from "@/components/summaries/coverage-gaps";
import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import { formatNumber } from "@/lib/numbers";
import { peopleText } from "@/lib/summaries/display.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = { name: string; slug: string; about: string | null; people: number | null } & Pick<
  Summary,
  "release" | "coverage"
>;
const shareText = (share: number | null) => (share === null ? "–" : `${share}%`);

/** Who took part, from the newest release, against the jobs in the area. */
export function CoverageTables({ name, slug, about, people, release, coverage }: Props) {
  if (!release || !coverage) return <p className="measure">Nobody is counted before the first release.</p>;
  const isCompared = coverage.jobs > 0;
  const traits = (sector: { lowPaid: boolean; foundational: boolean }) =>
    [sector.lowPaid && "low pay", sector.foundational && "foundational"].filter(Boolean).join(", ");
  const most = Math.max(1, ...coverage.sectors.flatMap(({ share, jobsShare }) => [share ?? 0, jobsShare]));
  return (
    <>
      {about && <SubjectCoverageNote about={about} />}
      <p className="measure">
        {people === null ? "The number of people heard" : `About ${formatNumber(people)} people were heard`} under{" "}
        {name}
        {people === null && " is not shown"}, by{" "}
        <a className="link" href={`/api/v1/leps/${slug}/releases/${release.number}`}>
          release {release.number} of {formatDay(new Date(release.day))}
        </a>
        . Figures of people are rounded to 5. {release.note}
      </p>
      <BarChart
        label="Share of people heard and share of jobs, by kind of work"
        most={most}
        bars={coverage.sectors.flatMap((sector) => [
          {
            name: `${sector.name}: ${sector.share === null ? "people not shown" : `${sector.share}% of people`}${isCompared ? `, ${sector.jobsShare}% of jobs` : ""}`,
            segments: [{ value: sector.jobsShare, fillClass: "fill-edge", label: "Jobs" }],
          },
          ...(sector.share === null
            ? []
            : [{ name: "", segments: [{ value: sector.share, fillClass: "fill-link", label: "People heard" }] }]),
        ])}
      />
      <div className="traits">
        <Table
          caption={`Heard by kind of work, against jobs (${coverage.year})`}
          head={["Kind of work", "Known for", ...["People", "Share", "Jobs", "Share of jobs"].map(numeric)]}
          rows={coverage.sectors.map((sector) => [
            sector.name,
            traits(sector) || "–",
            peopleText(sector.people),
            shareText(sector.share),
            isCompared ? formatNumber(sector.jobs) : "–",
            isCompared ? `${sector.jobsShare}%` : "–",
          ])}
        />
      </div>
      <Table
        caption="Heard by district"
        head={["District", "Town or country", ...["People", "Who live there"].map(numeric)]}
        rows={coverage.districts.map((district) => [
          district.name,
          district.kind,
          peopleText(district.people),
          formatNumber(district.residents),
        ])}
      />
      <Table
        caption="Heard by town, country and coast, added up from districts that are shown"
        head={["Kind of place", ...["Districts", "People, at least", "Who live there"].map(numeric)]}
        rows={coverage.kinds.map((row) => [
          row.kind,
          row.districts,
          peopleText(row.people),
          formatNumber(row.residents),
        ])}
      />
      <p className="text-muted text-sm">
        Jobs: Office for National Statistics, Business Register and Employment Survey, {coverage.year}, where the work
        is, boundaries of April 2021. Who live there: Office for National Statistics, middle of 2019. Which kinds of
        work are low paid or foundational is a judgement of ours, by whole sectors.
      </p>
    </>
  );
}
