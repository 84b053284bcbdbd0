import { ChartFigure } from "@/components/charts/chart-figure";
import { Scatter } from "@/components/charts/scatter";
import { numeric, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { excerpt, percentTexts } from "@/lib/summaries/display.rules";
import {
  type AgreementMap as AgreementMapView,
  leastMappedReactions,
  type MapPoint,
} from "@/lib/summaries/overview/agreement-map.rules";

/** Agreement against division: each comment by how many agree and how many reacted, and three of them in its own words. */
export function AgreementMap({ claim, points, highlights }: AgreementMapView) {
  return (
    <>
      <ChartFigure
        claim={claim}
        description={`One dot for each comment with ${leastMappedReactions} reactions or more. Right: most agree. Left: most disagree. Middle: it divides people.`}
        table={
          <Table
            caption="Comments by agreement"
            head={["Comment", ...["Reactions", "Agree", "Disagree", "Pass"].map(numeric)]}
            rows={points.map((point) => [
              <TextLink key="text" href={pointPath(point)}>
                {excerpt(point.text, 80)}
              </TextLink>,
              point.reactions,
              ...percentTexts([point.agrees, point.disagrees, point.passes]),
            ])}
          />
        }
      >
        {points.length > 0 && (
          <Scatter
            title="Comments by how many agree and how many reacted"
            xName="Agree, of those who agree or disagree"
            yName="Reactions"
            points={points.map((point) => ({
              id: point.id,
              x: point.agree,
              y: point.reactions,
              label: `${excerpt(point.text, 80)} ${pointLabel(point)}`,
              href: pointPath(point),
              mark: point.highlight,
            }))}
          />
        )}
      </ChartFigure>
      {highlights.length > 0 && (
        <ol className="grid gap-6 lg:grid-cols-3">
          {highlights.map(({ number, title, point }) => (
            <li key={point.id} className="border-brand border-t-4 pt-2">
              <h3 className="font-semibold text-xl">
                {number}. {title}
              </h3>
              <blockquote className="my-2">
                <p dir="auto">“{excerpt(point.text, 120)}”</p>
              </blockquote>
              <p className="text-base/snug text-muted">{pointLabel(point)}</p>
              <TextLink href={pointPath(point)}>
                Read the comment<span className="sr-only">: {excerpt(point.text, 40)}</span>
              </TextLink>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

const pointPath = ({ strategyId, threadId, id }: MapPoint) => paths.comment(strategyId, threadId, id);

function pointLabel({ agrees, disagrees, passes, reactions }: MapPoint): string {
  const [agree, disagree, pass] = percentTexts([agrees, disagrees, passes]);
  return `${agree} agree, ${disagree} disagree, ${pass} pass, of ${countLabel(reactions, "reaction")}`;
}
