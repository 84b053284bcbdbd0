import { summaryPartAnchor } from "@/components/summaries/summary-part";
import { Callout } from "@/components/ui/callout";
import { countLabel, formatNumber } from "@/lib/numbers";
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
        There is no release of counts for {name} yet, so we cannot say who is missing. The first one is made in the week
        after 10 people have been heard here.
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
        <Callout tone="warning" title="Work from which we cannot show ten people">
          <p>
            Fewer than 10 people were heard from{" "}
            {coverage.sectors.length === 1
              ? "this kind of work"
              : `each of ${countLabel(sectors.length, "kind")} of work, of ${coverage.sectors.length}`}
            , or too few to show.{" "}
            {isCompared
              ? `${formatNumber(jobs)} jobs in ${name} (${coverage.year}) are of ${sectors.length === 1 ? "this kind" : "these kinds"}.`
              : "There are no figures of jobs for just this area."}
          </p>
          <ul className="list-disc pl-6">
            {examples.map((sector) => (
              <li key={sector.id}>
                {sector.name}
                {isCompared && `: ${formatNumber(sector.jobs)} jobs, ${sector.jobsShare}% of all`}
              </li>
            ))}
          </ul>
        </Callout>
      ) : (
        <p className="measure">
          Ten people or more were heard from {coverage.sectors.length === 1 ? "this" : "every"} kind of work.
        </p>
      )}
      <p className="measure">
        {districts.length === 0
          ? "Ten people or more were heard from every district."
          : `The same is so of these districts: ${districts.map((district) => district.name).join(", ")}.`}{" "}
        Who was heard, and against which jobs, is{" "}
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
      People are counted over all that they wrote, not only on {about}: smaller counts could tell who somebody is.
    </p>
  );
}
