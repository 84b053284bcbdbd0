import type { Metadata } from "next";
import { loadEngland } from "@/app/(public)/england/england-content";
import { ChartSection } from "@/components/charts/chart-section";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { countLabel, formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { Chart } from "@/lib/summaries/charts/drawing.rules";
import { countReactions } from "@/lib/summaries/counts.rules";
import { percentTexts } from "@/lib/summaries/display.rules";
import { isMeasure, type Measure, measures } from "@/lib/summaries/england/area-charts.rules";
import type { EnglandTotals } from "@/lib/summaries/england/england.rules";
import { listUnions } from "@/lib/summaries/england/union-view.queries";

type Props = { searchParams: Promise<{ measure?: string | string[] }> };

export const metadata: Metadata = { title: "England: what working people say" };

export default async function EnglandPage({ searchParams }: Props) {
  const { measure: wanted } = await searchParams;
  const measure: Measure = isMeasure(wanted) ? wanted : "people";
  const [{ totals, charts }, unions] = await Promise.all([loadEngland(), listUnions()]);
  const map = charts.find(({ id }) => id === measure);
  const others = charts.filter(({ id }) => !isMeasure(id));
  const [wide, narrow] = [others.filter(isWide), others.filter((chart) => !isWide(chart))];
  return (
    <Page
      title="England: what working people say"
      lead="All areas side by side: who took part, what they talk about, and who has answered."
      wide
    >
      <Totals {...totals} />
      <section aria-labelledby="map" className="mt-8">
        <h2 id="map" className="mb-2 text-2xl">
          Area by area
        </h2>
        <MeasureLinks current={measure} />
        {map && <DrawnChart chart={map} downloads={downloadsOf(map)} />}
        <p className="measure">
          Each square is one LEP, roughly where it is in England. Select one to read its summary. The table has the full
          names.
        </p>
      </section>
      {wide.map((chart) => (
        <ChartSection key={chart.id} chart={chart} downloads={downloadsOf(chart)} shown={4} />
      ))}
      <div className="gap-x-12 lg:grid lg:grid-cols-2">
        {narrow.map((chart) => (
          <ChartSection key={chart.id} chart={chart} downloads={downloadsOf(chart)} shown={3} />
        ))}
      </div>
      <section aria-labelledby="unions" className="mt-8">
        <h2 id="unions" className="text-2xl">
          Union by union
        </h2>
        <p className="measure">
          Who took part from each union’s kinds of work, and what was answered to its responses.
        </p>
        <details className="my-4">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">Choose a union</summary>
          <ul className="gap-x-6 sm:columns-2 lg:columns-3">
            {unions.map(({ id, name }) => (
              <li key={id}>
                <TextLink href={paths.union(id)}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </details>
      </section>
      <section aria-labelledby="data" className="mt-8">
        <h2 id="data" className="text-2xl">
          Take the figures away
        </h2>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <TextLink href={paths.englandCsv}>All figures (CSV)</TextLink>
          </li>
          <li>
            <TextLink href={paths.apiEngland}>All figures (JSON)</TextLink>
          </li>
          <li>
            <TextLink href={paths.leps}>All LEPs</TextLink>
          </li>
        </ul>
        <p className="measure text-muted">
          Numbers of people are only those that a release shows: rounded to 5, and never fewer than 10. Somebody who
          took part in 2 areas is in both, so we do not add them up. Everything else is as of the newest edition of each
          strategy.
        </p>
      </section>
    </Page>
  );
}

/** A heatmap has a column for each theme, and needs the width of the page. */
const isWide = ({ drawing }: Chart) => drawing.kind === "heat";

const downloadsOf = ({ id }: Chart) => ({ csv: paths.englandChartCsv(id), svg: paths.englandChartSvg(id) });

function MeasureLinks({ current }: { current: Measure }) {
  return (
    <nav aria-label="What the map shows" className="print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {(Object.entries(measures) as [Measure, string][]).map(([id, title]) => (
          <li key={id}>
            {id === current ? (
              <span aria-current="page" className="inline-flex min-h-11 items-center font-semibold">
                {title}
              </span>
            ) : (
              <TextLink href={`${paths.englandMeasure(id)}#map`}>{title}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Totals({ comments, open, reactions, answers, answered, themes, overdue, responses, members }: EnglandTotals) {
  const reacted = countReactions(reactions);
  const [agree, disagree, pass] = percentTexts([reactions.agrees, reactions.disagrees, reactions.passes]);
  const facts: [label: string, value: string, more: string][] = [
    ["Comments", countLabel(comments, "comment"), `${countLabel(open, "strategy is", "strategies are")} open.`],
    [
      "Agreement",
      reacted === 0 ? "No reactions yet" : `${agree} agree, ${disagree} disagree, ${pass} pass`,
      reacted === 0 ? "" : `Of ${countLabel(reacted, "reaction")}.`,
    ],
    [
      "Answers",
      `${countLabel(answers, "answer")} given`,
      `${answered} of ${countLabel(themes, "theme")} answered, ${formatNumber(overdue)} overdue.`,
    ],
    [
      "Unions",
      countLabel(responses, "response"),
      responses === 0 ? "" : `${countLabel(members, "member")} took part in them.`,
    ],
  ];
  return (
    <ul className="grid gap-4 min-[380px]:grid-cols-2 lg:grid-cols-4">
      {facts.map(([label, value, more]) => (
        <li key={label} className="border-brand border-t-4 pt-1">
          <p>{label}</p>
          <p className="font-bold text-xl/snug">{value}</p>
          <p className="text-base/snug">{more}</p>
        </li>
      ))}
    </ul>
  );
}
