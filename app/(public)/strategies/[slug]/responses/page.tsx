import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/dates";

import { singleParams } from "@/lib/forms/query-params";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import { listPublishedResponses } from "@/lib/unions/responses/published-response.queries";

export const metadata: Metadata = { title: "Union responses" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ after?: string | string[] }> };

export default async function ResponsesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const strategy = await getStrategyOutline(slug);
  if (!strategy) notFound();
  const { items, next } = await listPublishedResponses(slug, singleParams(await searchParams).after ?? null);
  return (
    <Page
      title="Union responses"
      lead="A union can speak for many members, and says how it asked them. We keep these apart, and never add them to people’s own comments."
    >
      <p className="mb-4">
        <TextLink href={paths.strategy(slug)}>{strategy.areaName}: the whole strategy</TextLink>
      </p>
      {items.length === 0 && (
        <EmptyState next={{ href: paths.unions, label: "Respond for your union" }}>
          No union has responded to this strategy yet.
        </EmptyState>
      )}
      <ul>
        {items.map(({ id, unionName, branch, consulted, tookPart, week }) => (
          <li key={id} className="border-line border-t py-4">
            <TextLink className="font-semibold" href={paths.response(slug, id)}>
              {unionName}
              {branch && `, ${branch}`}
            </TextLink>
            <p className="text-muted">
              {formatNumber(tookPart)} of {formatNumber(consulted)} members took part · Week of {formatDay(week)}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <ButtonLink kind="secondary" href={`${paths.responses(slug)}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
    </Page>
  );
}
