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
import type { LepSummary } from "@/lib/summaries/summary.rules";

/** `subject`: null on the page about everything. */
type Props = { name: string; slug: string; subject?: { about: string } | null; summary: LepSummary };

/** The parts of a summary, as on the LEP's page, its pages by subject and the board paper. */
export function LepSummaryParts({ name, slug, subject = null, summary }: Props) {
  const { strategy, release, coverage } = summary;
  const about = subject?.about ?? null;
  return (
    <>
      <SummaryPart id="coverageGaps">
        <CoverageGaps name={name} about={about} release={release} coverage={coverage} />
      </SummaryPart>
      <SummaryPart id="counts">
        <Counts strategyId={strategy.id} areaName={strategy.areaName} about={about} counts={summary.counts} />
      </SummaryPart>
      <SummaryPart id="opinion">
        <Opinion areaName={strategy.areaName} about={about} opinion={summary.opinion} />
      </SummaryPart>
      <SummaryPart id="coverage">
        <CoverageTables
          name={name}
          slug={slug}
          about={about}
          people={release && peopleInCell(release, {})}
          release={release}
          coverage={coverage}
        />
      </SummaryPart>
      <SummaryPart id="quotations">
        <Quotations strategyId={strategy.id} quotations={summary.quotations} />
      </SummaryPart>
      <SummaryPart id="responses">
        <Responses strategyId={strategy.id} {...summary.responses} />
        <Campaigns campaigns={summary.campaigns} />
      </SummaryPart>
      {!subject && (
        <SummaryPart id="moderation">
          <Moderation leadTitle={strategy.leadTitle} moderation={summary.moderation} />
        </SummaryPart>
      )}
    </>
  );
}
