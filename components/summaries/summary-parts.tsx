import { Campaigns } from "@/components/summaries/campaigns";
import { Said } from "@/components/summaries/counts";
import { Heard } from "@/components/summaries/coverage";
import { Unheard } from "@/components/summaries/coverage-gaps";
import { Moderated } from "@/components/summaries/moderation";
import { Stand } from "@/components/summaries/opinion";
import { Words } from "@/components/summaries/quotations";
import { Responses } from "@/components/summaries/responses";
import { Part } from "@/components/summaries/summary-part";
import { peopleIn } from "@/lib/summaries/releases/release.rules";
import type { WholeSummary } from "@/lib/summaries/summary.rules";

/** subject: what it is about, in words, when the page is narrowed to one. */
type Props = { name: string; slug: string; subject?: { about: string } | null; summary: WholeSummary };

/** A LEP's summary, part after part, as the page, its views by subject and the board paper show it. */
export function Summary({ name, slug, subject = null, summary }: Props) {
  const { strategy, release, coverage } = summary;
  const about = subject?.about ?? null;
  return (
    <>
      <Part id="unheard">
        <Unheard name={name} about={about} release={release} coverage={coverage} />
      </Part>
      <Part id="said">
        <Said strategyId={strategy.id} areaName={strategy.areaName} about={about} said={summary.said} />
      </Part>
      <Part id="stand">
        <Stand areaName={strategy.areaName} about={about} stand={summary.stand} />
      </Part>
      <Part id="heard">
        <Heard
          name={name}
          slug={slug}
          about={about}
          people={release && peopleIn(release, {})}
          release={release}
          coverage={coverage}
        />
      </Part>
      <Part id="words">
        <Words strategyId={strategy.id} words={summary.words} />
      </Part>
      <Part id="unions">
        <Responses strategyId={strategy.id} {...summary.responses} />
        <Campaigns campaigns={summary.campaigns} />
      </Part>
      {!subject && (
        <Part id="moderated">
          <Moderated leadTitle={strategy.leadTitle} moderated={summary.moderated} />
        </Part>
      )}
    </>
  );
}
