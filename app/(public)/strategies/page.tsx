import type { Metadata } from "next";
import { StrategyList } from "@/components/strategies/strategy-list";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";
import { knownStatuses, statusText } from "@/lib/strategies/status.rules";
import { listStrategies, type StrategyFacts } from "@/lib/strategies/strategy.queries";
import { isOpenForComments } from "@/lib/strategies/strategy.rules";

const listFormat = new Intl.ListFormat("en-GB");

export const metadata: Metadata = { title: "Strategies" };

export default async function StrategiesPage() {
  const strategies = await listStrategies();
  const open = strategies.filter((strategy) => isOpenForComments(strategy, new Date()));
  const kinds = [...new Set(strategies.map(({ kindName }) => kindName))];
  const leads = [...new Set(strategies.flatMap(({ leadType, leadKind }) => (leadType === "mayor" ? [] : [leadKind])))];
  const used = knownStatuses.filter((status) => strategies.some((strategy) => strategy.status === status));
  return (
    <Page
      title="All strategies"
      lead={`A strategy says how money is spent on jobs, training, transport and business in one area of England. There are ${strategies.length} here${kinds.length === 1 ? `, each a ${kinds[0]}` : `: ${listFormat.format(kinds)}`}.`}
      wide
    >
      <p className="mb-2">
        <ButtonLink href={paths.find}>Find your strategy</ButtonLink>
      </p>
      <Group title="Open for comments now" strategies={open} />
      <Group title="Led by a mayor" strategies={strategies.filter(({ leadType }) => leadType === "mayor")} />
      {leads.map((kind) => (
        <Group
          key={kind}
          title={`Led by a ${kind}`}
          strategies={strategies.filter(({ leadType, leadKind }) => leadType !== "mayor" && leadKind === kind)}
        />
      ))}
      <section aria-labelledby="statuses" className="measure mt-12">
        <h2 id="statuses" className="mb-3 text-2xl">
          What the terms mean
        </h2>
        <dl className="space-y-3">
          {used.map((status) => (
            <div key={status}>
              <dt className="font-semibold">{statusText(status).label}</dt>
              <dd>{statusText(status).meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}

function Group({ title, strategies }: { title: string; strategies: StrategyFacts[] }) {
  if (strategies.length === 0) return null;
  const id = title.toLowerCase().replaceAll(" ", "-");
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 text-2xl">
        {title} <span className="font-normal text-muted">({strategies.length})</span>
      </h2>
      <StrategyList strategies={strategies} />
    </section>
  );
}
