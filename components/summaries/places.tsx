import { FigureCell, FigureLink } from "@/components/summaries/figure-link";
import { numeric, Table } from "@/components/ui/table";
import { paths } from "@/lib/routes";
import { peopleColumn, peopleText } from "@/lib/summaries/display.rules";
import { figurePath, threadsPath } from "@/lib/summaries/figures/figure-filter.rules";
import { noPlace, type PlaceCounts, placesCaption, sumPlaces } from "@/lib/summaries/scope.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = Pick<Summary, "scope" | "strategy" | "places" | "heardByLep"> & {
  /** Of the table alone, where it is a second one on its page. */
  caption?: string;
};

/** Which comments this summary is about, and where the others are: the rows add up to all comments on the strategy. */
export function Places({ scope, strategy, places, heardByLep, caption }: Props) {
  const strategyId = strategy.id;
  const { all, leps } = places;
  if (all.comments === 0) return null;
  const row = (name: string, lepId: string | null, counts: PlaceCounts) => [
    lepId ? (
      <a key="name" className="link" href={paths.lep(lepId)}>
        {name}
      </a>
    ) : (
      name
    ),
    <FigureCell
      key="comments"
      href={figurePath({ strategyId, lepId })}
      count={counts.comments}
      one="comment"
      of={name}
    />,
    <FigureCell
      key="threads"
      href={threadsPath({ strategyId, lepId })}
      count={counts.threads}
      one="thread"
      of={name}
    />,
    ...(heardByLep ? [lepId ? peopleText(heardByLep.get(lepId)?.people ?? null) : "–"] : []),
  ];
  return (
    <>
      {!caption && (
        <p className="measure">
          <ScopeText scope={scope} strategy={strategy} places={places} />
        </p>
      )}
      {(leps.length > 1 || places.noPlace.comments > 0) && (
        <Table
          caption={caption ?? placesCaption(strategy.kind)}
          head={["Place", ...["Comments", "Threads", ...(heardByLep ? [peopleColumn] : [])].map(numeric)]}
          rows={[
            ...leps.map(({ id, name, ...counts }) => row(name, id, counts)),
            row("No place given", noPlace, places.noPlace),
            row("All", null, all),
          ]}
        />
      )}
    </>
  );
}

function ScopeText({ scope, strategy, places: { all, leps, noPlace: without } }: Omit<Props, "heardByLep">) {
  const strategyId = strategy.id;
  const allLink = <FigureLink href={figurePath({ strategyId, lepId: null })} count={all.comments} one="comment" />;
  const withoutLink = (
    <FigureLink href={figurePath({ strategyId, lepId: noPlace })} count={without.comments} one="comment" />
  );
  const only = leps.length === 1 && without.comments === 0 ? leps[0] : undefined;
  if (only)
    return (
      <>
        {allLink} and replies on the {strategy.kind}. They all count for {only.name}, the only body here, including
        those without a place.
      </>
    );
  if (scope.lepId === null)
    return (
      <>
        This is every published comment and reply on the {strategy.kind}: {allLink}. {sumPlaces(leps).comments} gave a
        workplace, and also count for a LEP. {withoutLink} gave no place. Replies never have one.
      </>
    );
  return (
    <>
      This page has comments from people with a workplace here. There are {allLink} and replies on the {strategy.kind}{" "}
      in total. {withoutLink} gave no place (replies never have one): they are in{" "}
      <a className="link" href={paths.strategySummary(strategyId)}>
        the summary of the {strategy.kind}
      </a>
      , with comments from other places.
    </>
  );
}
