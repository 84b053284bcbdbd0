import { Campaigns } from "@/components/summaries/campaigns";
import { Counts } from "@/components/summaries/counts";
import { CoverageTables } from "@/components/summaries/coverage";
import { CoverageGaps } from "@/components/summaries/coverage-gaps";
import { Moderation } from "@/components/summaries/moderation";
import { Opinion } from "@/components/summaries/opinion";
import { Quotations } from "@/components/summaries/quotations";
import { Responses } from "@/components/summaries/responses";
import { listPartIds, SummaryPart, type SummaryPartId } from "@/components/summaries/summary-part";
import { chartFiles } from "@/lib/summaries/overview/summary-charts.rules";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** `subject`: null on the page about everything. `only`: these parts; all without it. */
type Props = {
  name: string;
  subject?: { id: string; about: string } | null;
  summary: Summary;
  only?: readonly SummaryPartId[];
};

/** The parts of a summary: all of them in the board paper, and some on each page behind the first. */
export function SummaryParts({ name, subject = null, summary, only }: Props) {
  const { scope, strategy, release, coverage } = summary;
  const about = subject?.about ?? null;
  const has = (id: SummaryPartId) => listPartIds(subject, scope).includes(id) && (!only || only.includes(id));
  return (
    <>
      {has("coverageGaps") && (
        <SummaryPart id="coverageGaps">
          <CoverageGaps name={name} about={about} release={release} coverage={coverage} />
        </SummaryPart>
      )}
      {has("counts") && (
        <SummaryPart id="counts">
          <Counts {...summary} name={name} subject={subject} />
        </SummaryPart>
      )}
      {has("opinion") && (
        <SummaryPart id="opinion">
          <Opinion about={about} summary={summary} />
        </SummaryPart>
      )}
      {has("coverage") && scope.lepId !== null && (
        <SummaryPart id="coverage">
          <CoverageTables
            name={name}
            slug={scope.lepId}
            about={about}
            people={release && peopleInCell(release, {})}
            release={release}
            coverage={coverage}
            downloads={chartFiles(scope, subject?.id ?? null, "coverage")}
          />
        </SummaryPart>
      )}
      {has("quotations") && (
        <SummaryPart id="quotations">
          <Quotations scope={scope} quotations={summary.quotations} />
        </SummaryPart>
      )}
      {has("responses") && (
        <SummaryPart id="responses">
          <Responses strategyId={strategy.id} {...summary.responses} />
          <Campaigns scope={scope} campaigns={summary.campaigns} />
        </SummaryPart>
      )}
      {has("moderation") && (
        <SummaryPart id="moderation">
          <Moderation leadTitle={strategy.leadTitle} moderation={summary.moderation} />
        </SummaryPart>
      )}
    </>
  );
}
