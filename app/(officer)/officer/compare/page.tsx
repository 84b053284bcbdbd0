import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { getLocalFacts, type LocalFactsView } from "@/lib/areas/local-facts.queries";
import { percent, weeklyPay } from "@/lib/areas/local-facts.rules";
import { getPerson } from "@/lib/auth/current-session";
import { formatNumber } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { listLeps } from "@/lib/strategies/lep.queries";
import { compareThemes } from "@/lib/summaries/releases/release-comparison.rules";
import { getLepSummary } from "@/lib/summaries/strategy-counts.queries";

export const metadata: Metadata = { title: "Compare two bodies" };

type Props = { searchParams: Promise<{ a?: string | string[]; b?: string | string[] }> };

export default async function ComparePage({ searchParams }: Props) {
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.compare}`);
  if (!person.grants.some(({ role }) => role === "officer")) notFound();
  const asked = await searchParams;
  const leps = await listLeps();
  const [a, b] = [asked.a, asked.b].map((id) => leps.find((lep) => lep.id === id));
  const options = leps.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Page title="Compare two bodies" lead="What was said in each, beside the place." wide>
      <p>
        <a className="link inline-flex min-h-11 items-center" href={paths.officer}>
          Back to your desk
        </a>
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
  const [saidA, saidB, placeA, placeB] = await Promise.all([
    getSaid(a.id),
    getSaid(b.id),
    getLocalFacts(a.id),
    getLocalFacts(b.id),
  ]);
  const rows = compareThemes(saidA, saidB);
  const both = [
    { text: a.name, numeric: true as const },
    { text: b.id === a.id ? `${b.name} again` : b.name, numeric: true as const },
  ];
  const figure = (comments: number, share: number) => `${formatNumber(comments)} (${percent(share)})`;
  return (
    <>
      <p className="mt-8">
        Comments published: {formatNumber(saidA.all)} in {a.name}, {formatNumber(saidB.all)} in {b.name}. A comment can
        have several themes.
      </p>
      <Table
        caption="Comments by theme, and their share of all comments there. The widest apart first"
        head={["Theme", ...both]}
        rows={rows.map((row) => [row.name, figure(row.a, row.shareA), figure(row.b, row.shareB)])}
      />
      {placeA && placeB && <Table caption="The places" head={["What", ...both]} rows={placeRows(placeA, placeB)} />}
    </>
  );
}

async function getSaid(lepId: string) {
  const summaries = await getLepSummary(lepId);
  return {
    all: summaries.reduce((sum, { comments }) => sum + comments, 0),
    themes: summaries.flatMap(({ themes }) => themes),
  };
}

function placeRows(a: LocalFactsView, b: LocalFactsView): string[][] {
  const row = (what: string, of: (place: LocalFactsView) => string | null) => [what, of(a) ?? "–", of(b) ?? "–"];
  return [
    row("People", ({ place }) => formatNumber(place.people)),
    row("People in villages and small rural towns", ({ place }) => percent(place.rural.here)),
    row("People in districts on the sea", ({ place }) => percent(place.coast.here)),
    row("Jobs in foundational sectors", ({ work }) => work && percent(work.foundational.here)),
    row("Jobs in sectors where low pay is common", ({ work }) => work && percent(work.lowPaid.here)),
    row("Median pay a week, lowest district", ({ pay }) => pay && weeklyPay(pay.lowest.pounds)),
    row("Median pay a week, highest district", ({ pay }) => pay && weeklyPay(pay.highest.pounds)),
  ];
}
