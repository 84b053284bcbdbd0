import { Campaigns } from "@/components/summaries/campaigns";
import { Heard } from "@/components/summaries/heard";
import { Moderated } from "@/components/summaries/moderated";
import { Part } from "@/components/summaries/part";
import { Said } from "@/components/summaries/said";
import { Stand } from "@/components/summaries/stand";
import { Unheard } from "@/components/summaries/unheard";
import { Words } from "@/components/summaries/words";
import { peopleIn } from "@/lib/summaries/releases/rules";
import type { WholeSummary } from "@/lib/summaries/whole/rules";

type Props = { name: string; slug: string; summary: WholeSummary };

/** A LEP's summary, part after part, as the page and the board paper show it. */
export function Summary({ name, slug, summary }: Props) {
  const { strategy, release, coverage } = summary;
  return (
    <>
      <Part id="unheard">
        <Unheard name={name} release={release} coverage={coverage} />
      </Part>
      <Part id="said">
        <Said strategyId={strategy.id} areaName={strategy.areaName} said={summary.said} />
      </Part>
      <Part id="stand">
        <Stand areaName={strategy.areaName} stand={summary.stand} />
      </Part>
      <Part id="heard">
        <Heard
          name={name}
          slug={slug}
          people={release && peopleIn(release, {})}
          release={release}
          coverage={coverage}
        />
      </Part>
      <Part id="words">
        <Words strategyId={strategy.id} words={summary.words} />
      </Part>
      <Part id="unions">
        <Campaigns campaigns={summary.campaigns} />
      </Part>
      <Part id="moderated">
        <Moderated leadTitle={strategy.leadTitle} moderated={summary.moderated} />
      </Part>
    </>
  );
}
