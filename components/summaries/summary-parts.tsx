import { Campaigns } from "@/components/summaries/campaigns";
import { Counts } from "@/components/summaries/counts";
import { CoverageTables } from "@/components/summaries/coverage";
import { CoverageGaps } from "@/components/summaries/coverage-gaps";
import { Moderation } from "@/components/summaries/moderation";
import { Opinion } from "@/components/summaries/opinion";
import { Quotations } from "@/components/summaries/quotations";
import { Responses } from "@/components/summaries/responses";
import { SummaryPart } from "@/components/summaries/summary-part";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** `subject`: null on the page about everything. */
type Props = { name: string; subject?: { id: string; about: string } | null; summary: Summary };

/** The parts of a summary, as on the page of a LEP or a strategy, pages by subject and the board paper. */
export function SummaryParts({ name, subject = null, summary }: Props) {
  const { scope, strategy, release, coverage } = summary;
  const about = subject?.about ?? null;
  return (
    <>
      {scope.lepId !== null && (
        <SummaryPart id="coverageGaps">
          <CoverageGaps name={name} about={about} release={release} coverage={coverage} />
        </SummaryPart>
      )}
      <SummaryPart id="counts">
        <Counts {...summary} name={name} subject={subject} />
      </SummaryPart>
      <SummaryPart id="opinion">
        <Opinion areaName={strategy.areaName} about={about} opinion={summary.opinion} />
      </SummaryPart>
      {scope.lepId !== null && (
        <SummaryPart id="coverage">
          <CoverageTables
            name={name}
            slug={scope.lepId}
            about={about}
            people={release && peopleInCell(release, {})}
            release={release}
            coverage={coverage}
          />
        </SummaryPart>
      )}
      <SummaryPart id="quotations">
        <Quotations scope={scope} quotations={summary.quotations} />
      </SummaryPart>
      <SummaryPart id="responses">
        <Responses strategyId={strategy.id} {...summary.responses} />
        <Campaigns scope={scope} campaigns={summary.campaigns} />
      </SummaryPart>
      {!subject && (
        <SummaryPart id="moderation">
          <Moderation leadTitle={strategy.leadTitle} moderation={summary.moderation} />
        </SummaryPart>
      )}
    </>
  );
}
