import type { ChartDownloads } from "@/components/charts/chart-figure";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { numeric, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { excerpt, percentTexts } from "@/lib/summaries/display.rules";
import type { AgreementMap as AgreementMapView, MapPoint } from "@/lib/summaries/overview/agreement-map.rules";
import { agreementChart } from "@/lib/summaries/overview/summary-charts.rules";

type Props = Pick<AgreementMapView, "claim" | "points"> & { downloads?: ChartDownloads };

/** Agreement against division: each comment by how many agree and how many reacted, with links to it. */
export function AgreementMap({ claim, points, downloads }: Props) {
  const chart = agreementChart({ claim, points });
  const { columns, rows } = chart.table;
  return (
    <DrawnChart
      chart={chart}
      downloads={downloads}
      table={
        <Table
          caption={chart.title}
          head={columns.map((name, at) => (at === 0 ? name : numeric(name)))}
          rows={points.map((point, at) => [
            <TextLink key="text" href={pointPath(point)}>
              {excerpt(point.text, 80)}
            </TextLink>,
            ...(rows[at] ?? []).slice(1),
          ])}
        />
      }
    />
  );
}

/** Three comments in their own words, each under what people think of it; nothing where too few have reacted. */
export function AgreementHighlights({ highlights }: Pick<AgreementMapView, "highlights">) {
  if (highlights.length === 0) return null;
  return (
    <ol className="my-4 grid content-start gap-x-8 gap-y-3 sm:grid-cols-3 lg:grid-cols-1">
      {highlights.map(({ number, title, point }) => (
        <li key={point.id} className="border-brand border-t-4">
          <h3 className="font-semibold text-xl">
            <TextLink href={pointPath(point)}>
              {number}. {title}
              <span className="sr-only">: read the comment</span>
            </TextLink>
          </h3>
          <blockquote>
            <p className="text-base/snug" dir="auto">
              “{excerpt(point.text, 80)}”
            </p>
          </blockquote>
          <p className="text-base/snug text-muted">{highlightText(point)}</p>
        </li>
      ))}
    </ol>
  );
}

/** The shares of a comment that is quoted; the table has those who passed. */
function highlightText({ agrees, disagrees, passes, reactions }: MapPoint): string {
  const [agree, disagree] = percentTexts([agrees, disagrees, passes]);
  return `${agree} agree, ${disagree} disagree, of ${countLabel(reactions, "reaction")}`;
}

const pointPath = ({ strategyId, threadId, id }: MapPoint) => paths.comment(strategyId, threadId, id);
