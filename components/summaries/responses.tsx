import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/dates";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { Summary } from "@/lib/summaries/summary.rules";
import { mandateMethodLabels } from "@/lib/unions/responses/mandate.rules";

/** Collective responses with their mandates. They are never added to counts of comments or people. */
export function Responses({ strategyId, items, more }: { strategyId: string } & Summary["responses"]) {
  if (items.length === 0)
    return (
      <EmptyState next={{ href: paths.unions, label: "Respond for your union" }}>
        No union has responded yet.
      </EmptyState>
    );
  return (
    <>
      <p className="measure">
        Each response speaks for many members. We do not add them to the comments and people counted on this page.
      </p>
      <ul className="measure">
        {items.map(({ id, unionName, branch, covers, consulted, tookPart, method, minority, week }) => (
          <li key={id} className="border-line border-t py-3">
            <TextLink className="font-semibold print:min-h-0" href={paths.response(strategyId, id)}>
              {unionName}
              {branch && `, ${branch}`}
            </TextLink>
            <p className="break-words">For {covers}</p>
            <p>
              {formatNumber(tookPart)} of {formatNumber(consulted)} members took part. {mandateMethodLabels[method]}.
              Week of {formatDay(week)}.
            </p>
            <p className="break-words">The minority said: {minority}</p>
          </li>
        ))}
      </ul>
      {more && (
        <p>
          <TextLink href={paths.responses(strategyId)}>See all unions’ responses</TextLink>
        </p>
      )}
    </>
  );
}
