import { Fragment } from "react";
import { FigureCell } from "@/components/summaries/figure-link";
import { Table } from "@/components/ui/table";
import { getLocalFacts, type LocalFactsView } from "@/lib/areas/local-facts.queries";
import { formatPercent, formatWeeklyPay } from "@/lib/areas/local-facts.rules";
import { formatNumber } from "@/lib/numbers";
import { compareThemes, type ThemeComparison } from "@/lib/summaries/releases/release-comparison.rules";
import { listStrategyCounts } from "@/lib/summaries/strategy-counts.queries";

type Lep = { id: string; name: string };

/** Two bodies side by side. Each number of comments leads to exactly those, a link for each strategy that they are on. */
export async function Comparison({ a, b }: { a: Lep; b: Lep }) {
  const [countsA, countsB, factsA, factsB] = await Promise.all([
    getBodyCounts(a.id),
    getBodyCounts(b.id),
    getLocalFacts(a.id),
    getLocalFacts(b.id),
  ]);
  const rows = compareThemes(countsA, countsB);
  const both = [
    { text: a.name, numeric: true as const },
    { text: b.id === a.id ? `${b.name} again` : b.name, numeric: true as const },
  ];
  const cell = ({ themes }: BodyCounts, row: ThemeComparison, share: number) => {
    const counted = themes.filter(({ id }) => id === row.id);
    return counted.length === 0 ? (
      "0"
    ) : (
      <FigureSum counts={counted} of={row.name} note={` (${formatPercent(share)})`} />
    );
  };
  return (
    <>
      <p className="mt-8">
        Comments published: <FigureSum counts={countsA.strategies} of={a.name} /> in {a.name},{" "}
        <FigureSum counts={countsB.strategies} of={b.name} /> in {b.name}. A comment can have several themes.
      </p>
      <Table
        caption="Comments by theme, and their share of all comments there. Biggest differences first"
        head={["Theme", ...both]}
        rows={rows.map((row) => [row.name, cell(countsA, row, row.shareA), cell(countsB, row, row.shareB)])}
      />
      {factsA && factsB && <Table caption="The areas" head={["What", ...both]} rows={localFactsRows(factsA, factsB)} />}
    </>
  );
}

type FigureSumProps = { counts: { comments: number; url: string }[]; of: string; note?: string };

/** The numbers of one or more strategies, each a link to what it counts: "12 + 3". */
function FigureSum({ counts, of, note = "" }: FigureSumProps) {
  return (
    <>
      {counts.length === 0 && "0"}
      {counts.map(({ comments, url }, index) => (
        <Fragment key={url}>
          {index > 0 && " + "}
          <FigureCell href={url} count={comments} one="comment" of={of} />
        </Fragment>
      ))}
      {note}
    </>
  );
}

type BodyCounts = Awaited<ReturnType<typeof getBodyCounts>>;

async function getBodyCounts(lepId: string) {
  const strategies = await listStrategyCounts(lepId);
  return {
    strategies,
    all: strategies.reduce((sum, { comments }) => sum + comments, 0),
    themes: strategies.flatMap(({ themes }) => themes),
  };
}

function localFactsRows(a: LocalFactsView, b: LocalFactsView): string[][] {
  const row = (label: string, textOf: (facts: LocalFactsView) => string | null) => [
    label,
    textOf(a) ?? "–",
    textOf(b) ?? "–",
  ];
  return [
    row("People", ({ place }) => formatNumber(place.people)),
    row("People in villages and small rural towns", ({ place }) => formatPercent(place.rural.here)),
    row("People in coastal districts", ({ place }) => formatPercent(place.coast.here)),
    row("Jobs in foundational sectors", ({ work }) => work && formatPercent(work.foundational.here)),
    row("Jobs in low-paid sectors", ({ work }) => work && formatPercent(work.lowPaid.here)),
    row("Median weekly pay, lowest district", ({ pay }) => pay && formatWeeklyPay(pay.lowest.pounds)),
    row("Median weekly pay, highest district", ({ pay }) => pay && formatWeeklyPay(pay.highest.pounds)),
  ];
}
