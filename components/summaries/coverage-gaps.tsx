import { summaryPartAnchor } from "@/components/summaries/summary-part";
import { Callout } from "@/components/ui/callout";
import { formatNumber } from "@/lib/numbers";
import { roundedPercentText } from "@/lib/summaries/display.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = {
  name: string;
  about: string | null;
  release: Summary["release"];
  coverage: Summary["coverage"];
};

/** Sectors with jobs here, and districts, of which the release does not show ten people. */
export function CoverageGaps({ name, about, release, coverage }: Props) {
  if (!release || !coverage) {
    return (
      <p className="measure">
        We have not released counts for {name} yet, so we cannot say who is missing. The first release is in the week
        after 10 people have taken part here.
      </p>
    );
  }
  const isCompared = coverage.jobs > 0;
  const sectors = coverage.sectors.filter(({ people, jobs }) => people === null && (jobs > 0 || !isCompared));
  const examples = sectors.filter(({ lowPaid, foundational }) => lowPaid || foundational).slice(0, 5);
  const districts = coverage.districts.filter(({ people }) => people === null);
  const jobs = sectors.reduce((sum, sector) => sum + sector.jobs, 0);
  return (
    <>
      {about && <SubjectCoverageNote about={about} />}
      {sectors.length > 0 ? (
        <Callout tone="warning" title="Kinds of work with fewer than 10 people, or too few to show">
          <p>
            Fewer than 10 people took part from{" "}
            {coverage.sectors.length === 1
              ? "this kind of work"
              : `each of ${sectors.length === coverage.sectors.length ? "the" : `${sectors.length} of the`} ${coverage.sectors.length} kinds of work`}
            , or too few to show.{" "}
            {isCompared
              ? `These make up ${formatNumber(jobs)} jobs in ${name} (${coverage.year}).`
              : "There are no job numbers for just this area."}
          </p>
          <ul className="list-disc pl-6">
            {examples.map((sector) => (
              <li key={sector.id}>
                {sector.name}
                {isCompared &&
                  `: ${formatNumber(sector.jobs)} jobs, ${roundedPercentText(sector.jobsShare, sector.jobs)} of all`}
              </li>
            ))}
          </ul>
        </Callout>
      ) : (
        <p className="measure">
          At least 10 people took part from {coverage.sectors.length === 1 ? "this" : "every"} kind of work.
        </p>
      )}
      <p className="measure">
        {districts.length === 0
          ? "At least 10 people took part from every district."
          : `The same goes for these districts: ${districts.map((district) => district.name).join(", ")}.`}{" "}
        See who took part, compared with jobs,{" "}
        <a className="link" href={`#${summaryPartAnchor("coverage")}`}>
          below
        </a>
        .
      </p>
    </>
  );
}

/** Explains why figures of people are the same for every subject. */
export function SubjectCoverageNote({ about }: { about: string }) {
  return (
    <p className="measure">
      We count people for everything they wrote, not just about {about}, because smaller counts could identify somebody.
    </p>
  );
}
