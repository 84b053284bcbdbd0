import type { Metadata } from "next";
import { Select } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { getLocalFacts, type LocalFactsView } from "@/lib/areas/local-facts.queries";
import { formatPercent, formatWeeklyPay } from "@/lib/areas/local-facts.rules";
import { requireRole } from "@/lib/auth/require-person";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { listLeps } from "@/lib/strategies/lep.queries";
import { compareThemes } from "@/lib/summaries/releases/release-comparison.rules";
import { listStrategyCounts } from "@/lib/summaries/strategy-counts.queries";

export const metadata: Metadata = { title: "Compare two bodies" };

type Props = { searchParams: Promise<{ a?: string | string[]; b?: string | string[] }> };

export default async function ComparePage({ searchParams }: Props) {
  await requireRole("officer", paths.compare);
  const query = await searchParams;
  const leps = await listLeps();
  const [a, b] = [query.a, query.b].map((id) => leps.find((lep) => lep.id === id));
  const options = leps.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Page title="Compare two bodies" lead="Compare the comments and the areas." wide>
      <p>
        <TextLink href={paths.officer}>Back to your desk</TextLink>
      </p>
      <form action={paths.compare} className="measure">
        <Select name="a" label="One body" options={options} emptyLabel="Choose one" defaultValue={a?.id} />
        <Select name="b" label="The other body" options={options} emptyLabel="Choose one" defaultValue={b?.id} />
        <Button kind="secondary">Compare</Button>
      </form>
      {a && b && <Comparison a={a} b={b} />}
    </Page>
  );
}

type Lep = { id: string; name: string };

async function Comparison({ a, b }: { a: Lep; b: Lep }) {
  const [countsA, countsB, factsA, factsB] = await Promise.all([
    getThemeCounts(a.id),
    getThemeCounts(b.id),
    getLocalFacts(a.id),
    getLocalFacts(b.id),
  ]);
  const rows = compareThemes(countsA, countsB);
  const both = [
    { text: a.name, numeric: true as const },
    { text: b.id === a.id ? `${b.name} again` : b.name, numeric: true as const },
  ];
  const figure = (comments: number, share: number) => `${formatNumber(comments)} (${formatPercent(share)})`;
  return (
    <>
      <p className="mt-8">
        Comments published: {formatNumber(countsA.all)} in {a.name}, {formatNumber(countsB.all)} in {b.name}. A comment
        can have several themes.
      </p>
      <Table
        caption="Comments by theme, and their share of all comments there. Biggest differences first"
        head={["Theme", ...both]}
        rows={rows.map((row) => [row.name, figure(row.a, row.shareA), figure(row.b, row.shareB)])}
      />
      {factsA && factsB && <Table caption="The areas" head={["What", ...both]} rows={localFactsRows(factsA, factsB)} />}
    </>
  );
}

async function getThemeCounts(lepId: string) {
  const summaries = await listStrategyCounts(lepId);
  return {
    all: summaries.reduce((sum, { comments }) => sum + comments, 0),
    themes: summaries.flatMap(({ themes }) => themes),
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
