import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Select } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { requireRole } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { getLep, listLeps } from "@/lib/strategies/lep.queries";
import { listSharedDistricts } from "@/lib/summaries/coverage.queries";
import { sharedDistrictText } from "@/lib/summaries/coverage.rules";
import { getRelease, listReleases } from "@/lib/summaries/releases/release.queries";
import type { ReleaseView } from "@/lib/summaries/releases/release.rules";
import { type CellComparison, compareCell, listCellNames } from "@/lib/summaries/releases/release-comparison.rules";
import { releaseComparisonQuery } from "@/lib/summaries/releases/release-comparison.schema";
import { notGiven, otherTheme, sectorGroups } from "@/lib/summaries/releases/release-table.rules";

export const metadata: Metadata = { title: "Compare two releases" };

type Props = { searchParams: Promise<Record<string, string | string[]>> };
type Both = [ReleaseView, ReleaseView];

export default async function CompareReleasesPage({ searchParams }: Props) {
  await requireRole("officer", paths.compareReleases);
  const query = releaseComparisonQuery.safeParse(await searchParams);
  if (!query.success) notFound();
  const [leps, lep] = await Promise.all([listLeps(), query.data.lep ? getLep(query.data.lep) : null]);
  if (query.data.lep && !lep) notFound();
  const releases = lep ? await listReleases(lep.id) : [];
  // by default the newest release and the one before
  const [a, b] = [query.data.a ?? releases[1]?.number, query.data.b ?? releases[0]?.number];
  const both = lep && a && b ? await Promise.all([getRelease(lep.id, a), getRelease(lep.id, b)]) : null;
  if (both?.includes(null)) notFound();
  const options = releases.map(({ number, day }) => ({
    value: String(number),
    label: `Release ${number}, ${formatDay(new Date(day))}`,
  }));
  return (
    <Page title="Compare two releases" lead="What changed in the counts of people for one body." wide>
      <form action={paths.compareReleases} className="measure">
        <Select
          name="lep"
          label="Body"
          options={leps.map(({ id, title }) => ({ value: id, label: title }))}
          emptyLabel="Choose one"
          defaultValue={lep?.id}
        />
        {releases.length > 1 && (
          <>
            <Select name="a" label="One release" options={options} defaultValue={String(a)} />
            <Select name="b" label="The other release" options={options} defaultValue={String(b)} />
          </>
        )}
        <Button kind="secondary">{releases.length > 1 ? "Compare" : "Choose"}</Button>
      </form>
      {lep && releases.length === 0 && (
        <EmptyState next={{ href: paths.lep(lep.id), label: "See what people say there" }}>
          No counts have been released for {lep.name} yet.
        </EmptyState>
      )}
      {lep && releases.length === 1 && (
        <p className="mt-8">
          {lep.name} has 1 release so far, of {formatDay(new Date(releases[0]?.day ?? ""))}. The next is when 10 more
          people have taken part.
        </p>
      )}
      {lep && both && <Comparison lep={lep} both={both as Both} />}
    </Page>
  );
}

type Lep = { id: string; name: string; districts: { id: string; name: string }[] };

async function Comparison({ lep, both }: { lep: Lep; both: Both }) {
  const themes = new Map((await listThemes()).map(({ id, name }) => [id, name]));
  const sharedText = sharedDistrictText(lep.name, await listSharedDistricts(lep.id));
  const districts = new Map(lep.districts.map(({ id, name }) => [id, name]));
  const rows = (kind: Parameters<typeof listCellNames>[0], nameOf: (id: string) => string, cell: string) =>
    listCellNames(kind, both).map((id) => compareCell(nameOf(id), { [cell]: id }, both));
  return (
    <>
      <p className="measure mt-8">
        Figures are of people, rounded to 5, as they were published. One moves only when at least 5 people came or went,
        so what stands still may hide a few. What is not shown may be none or a few.
      </p>
      <Figures
        caption="Total"
        rowHeading="Who"
        both={both}
        rows={[compareCell(`Everyone who took part in ${lep.name}`, {}, both)]}
      />
      <Figures
        caption="By foundation"
        rowHeading="Foundation"
        both={both}
        rows={rows("themes", (id) => (id === otherTheme ? "No foundation" : (themes.get(id) ?? id)), "theme")}
      />
      <Figures
        caption="By kind of work"
        rowHeading="Kind of work"
        both={both}
        rows={rows("sectors", (id) => sectorGroups[id]?.name ?? "Not given", "sector")}
      />
      <Figures
        caption="By district"
        rowHeading="District"
        both={both}
        rows={rows(
          "districts",
          (id) => (id.startsWith(notGiven) ? "Not given" : (districts.get(id) ?? id)),
          "district",
        )}
      />
      {sharedText && <p className="measure mt-2 text-muted">{sharedText}</p>}
    </>
  );
}

type FiguresProps = { caption: string; rowHeading: string; both: Both; rows: CellComparison[] };

function Figures({ caption, rowHeading, both, rows }: FiguresProps) {
  const figureText = (people: number | null) => (people === null ? "not shown" : formatNumber(people));
  const head = both.map(({ number, day }, index) => ({
    text: `${index === 1 && number === both[0].number ? "Compared with release" : "Release"} ${number}, ${formatDay(new Date(day))}`,
    numeric: true as const,
  }));
  return (
    <Table
      caption={caption}
      head={[rowHeading, ...head, "What changed"]}
      rows={rows.map(({ name, a, b, changeText }) => [name, figureText(a), figureText(b), changeText])}
    />
  );
}
