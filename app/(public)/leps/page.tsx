import type { Metadata } from "next";
import { LepMap } from "@/components/areas/lep-map";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { type LepListItem, listLeps } from "@/lib/strategies/lep.queries";
import { statusText } from "@/lib/strategies/status.rules";
import { isOpenForComments } from "@/lib/strategies/strategy.rules";

export const metadata: Metadata = { title: "LEPs" };

export default async function LepsPage() {
  const all = await listLeps();
  // only the LEPs of 2017 to 2021 have a tile
  const leps = all.filter(({ tile }) => tile);
  const others = [...new Set(all.flatMap(({ tile, kindPlural }) => (tile ? [] : [kindPlural])))].sort();
  return (
    <Page
      title={`The ${leps.length} LEPs`}
      lead="LEP stands for Local Enterprise Partnership. In each LEP, employers and councils plan for jobs and growth. Where a mayor leads the strategy, the LEP helps. Elsewhere the LEP leads it."
      wide
    >
      <p className="mb-6">
        <TextLink href={paths.england}>Compare them: what working people say across England</TextLink>
      </p>
      <h2 className="text-2xl">On a map</h2>
      <p className="mt-2">
        Each tile is one LEP, placed roughly where it is in England. Dark tiles marked “mayor” have a strategy led by a
        mayor. “Open” means you can comment now. The table below has the same facts.
      </p>
      <LepMap tiles={leps.flatMap(tileOf)} />
      <h2 className="mt-10 text-2xl">In a table</h2>
      <BodyTable
        caption={`All ${leps.length} LEPs, with people (2019) and districts on the boundaries of April 2017`}
        nameHeading="LEP"
        bodies={leps}
      />
      {others.map((kind) => (
        <section key={kind} aria-label={kind}>
          <h2 className="mt-10 text-2xl">{kind}</h2>
          <p className="mt-2">They also lead strategies. Each has a page about what working people say.</p>
          <BodyTable
            caption={`${kind} that lead a strategy`}
            nameHeading="Name"
            bodies={all.filter(({ tile, kindPlural }) => !tile && kindPlural === kind)}
          />
        </section>
      ))}
      <p className="text-muted">
        Some districts were in 2 LEPs, so the total is more than the population of England.{" "}
        <a className="link" href={paths.credits}>
          Sources
        </a>
        .
      </p>
    </Page>
  );
}

function BodyTable({ caption, nameHeading, bodies }: { caption: string; nameHeading: string; bodies: LepListItem[] }) {
  return (
    <Table
      caption={caption}
      head={[
        nameHeading,
        "Strategy and lead body",
        "Progress",
        { text: "Districts", numeric: true },
        { text: "People", numeric: true },
      ]}
      rows={bodies.map((lep) => [
        <a key="lep" className="link inline-block py-1 font-semibold" href={paths.lep(lep.id)}>
          {lep.tile ? lep.name : lep.title}
        </a>,
        <StrategyLinks key="strategies" strategies={lep.strategies} />,
        lep.strategies.map(({ status }) => statusText(status).label).join("; "),
        formatNumber(lep.districtCount),
        lep.population === null ? "not known" : formatNumber(lep.population),
      ])}
    />
  );
}

function tileOf({ id, name, tile, strategies }: LepListItem) {
  if (!tile) return [];
  const isMayoral = strategies.some(({ leadType }) => leadType === "mayor");
  return [
    { id, name, ...tile, isMayoral, isOpen: strategies.some((strategy) => isOpenForComments(strategy, new Date())) },
  ];
}

function StrategyLinks({ strategies }: { strategies: LepListItem["strategies"] }) {
  return (
    <ul>
      {strategies.map((strategy) => (
        <li key={strategy.id}>
          <a className="link inline-block py-1" href={paths.strategy(strategy.id)}>
            {strategy.areaName}
          </a>{" "}
          {strategy.leadType === "mayor" ? `(the mayor, ${strategy.leadTitle})` : `(the ${strategy.leadShort})`}
          {isOpenForComments(strategy, new Date()) && <strong>, open for comments</strong>}
        </li>
      ))}
    </ul>
  );
}
