import { PhaseTag } from "@/components/strategies/phase-tag";
import { ButtonLink } from "@/components/ui/button";
import { formatMoment } from "@/lib/dates";
import { paths } from "@/lib/routes";
import {
  boundaryChangeText,
  type DistrictStrategy,
  leadExplanation,
  strategyName,
} from "@/lib/strategies/district-strategy.rules";
import { acceptsCommentsFrom, isOpenForComments } from "@/lib/strategies/strategy.rules";
import type { Phase } from "@/prisma/generated/enums";

type CommentableStrategy = DistrictStrategy & { strategyId: string; phase: Phase; closesAt: Date | null };
type Lep = { id: string; title: string; kind: { name: string; short: string }; vintages: string[] };

/** Every strategy that covers a district, and its LEPs or the body that took over from one. */
export function DistrictStrategies({
  name,
  strategies,
  leps,
}: {
  name: string;
  strategies: CommentableStrategy[];
  leps: Lep[];
}) {
  return (
    <>
      {strategies.map((strategy) => (
        <StrategyCard
          key={strategy.strategyId}
          place={name}
          strategy={strategy}
          others={strategies.filter((each) => each !== strategy)}
        />
      ))}
      <h2 className="mt-10 mb-2 text-2xl">Who plans for jobs here</h2>
      {[...new Map(leps.map(({ kind }) => [kind.short, kind.name]))]
        .filter(([short, name]) => short.toLowerCase() !== name.toLowerCase())
        .map(([short, name]) => (
          <p key={short} className="mb-2">
            {short} stands for {name}.
          </p>
        ))}
      <ul className="list-disc pl-6">
        {leps.map(({ id, title, kind, vintages }) => (
          <li key={id} className="py-1">
            <a className="link" href={paths.lep(id)}>
              {title}
            </a>
            {leps.filter((lep) => lep.kind.short === kind.short).length > 1 &&
              ` (on the map of April ${vintages.join(" and of April ")})`}
          </li>
        ))}
      </ul>
    </>
  );
}

function StrategyCard({
  place,
  strategy,
  others,
}: {
  place: string;
  strategy: CommentableStrategy;
  others: CommentableStrategy[];
}) {
  const canComment = acceptsCommentsFrom(strategy.role) && isOpenForComments(strategy, new Date());
  const note = boundaryChangeText(place, strategy);
  const name = strategyName(strategy.areaName);
  return (
    <section className="mt-6 border-t-[6px] border-gold bg-card p-5 sm:p-6">
      <h2 className="mb-2 text-2xl">{name.charAt(0).toUpperCase() + name.slice(1)}</h2>
      {acceptsCommentsFrom(strategy.role) && (
        <p className="mb-3">
          <PhaseTag phase={strategy.phase} closesAt={strategy.closesAt} />
        </p>
      )}
      <p className="mb-3">{leadExplanation(place, strategy, others).join(" ")}</p>
      {note && <p className="mb-3 text-muted">{note}</p>}
      {acceptsCommentsFrom(strategy.role) && !canComment && (
        <p className="mb-3">You can read it here. It is not open for comments at the moment.</p>
      )}
      {canComment && strategy.closesAt && <p className="mb-3">You have until {formatMoment(strategy.closesAt)}.</p>}
      <ButtonLink href={paths.strategy(strategy.strategyId)} kind={canComment ? "primary" : "secondary"}>
        {canComment ? `Read ${name} and have your say` : `Read ${name}`}
      </ButtonLink>
    </section>
  );
}
