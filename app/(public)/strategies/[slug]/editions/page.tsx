import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { numeric, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/lib/dates";
import { singleParams } from "@/lib/forms/query-params";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import { listEditions } from "@/lib/summaries/editions/edition.queries";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ before?: string | string[] }> };

export const metadata: Metadata = { title: "Editions" };

/** Each edition of a strategy: when it was made, what it brought in numbers, and its hash. */
export default async function EditionsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { before } = singleParams(await searchParams);
  if (before !== undefined && !/^[1-9]\d{0,8}$/.test(before)) notFound();
  const strategy = await getStrategyOutline(slug);
  if (!strategy) notFound();
  const { items, next } = await listEditions(slug, before ? Number(before) : null);
  return (
    <Page
      title={`${strategy.areaName}: editions`}
      lead="Comments and totals for a strategy all change at the same time. This way nobody can tell when one person wrote, reacted or left."
      wide
    >
      <p>
        <TextLink href={paths.strategy(slug)}>Go to the strategy</TextLink>
      </p>
      {items.length === 0 ? (
        <EmptyState next={{ href: paths.strategies, label: "See strategies that are open" }}>
          There are no editions yet. The first is made the morning after the strategy opens.
        </EmptyState>
      ) : (
        <Table
          caption="Editions, newest first"
          head={[
            "Edition",
            "Published",
            ...["New comments", "New replies", "Changed reactions", "Removed", "All comments"].map(numeric),
            "Hash",
          ]}
          rows={items.map(({ number, madeAt, comments, replies, reactions, left, total, hash }) => [
            formatNumber(number),
            formatMoment(madeAt),
            ...[comments, replies, reactions, left, total].map(formatNumber),
            <code key="hash" className="break-all text-sm">
              {hash}
            </code>,
          ])}
        />
      )}
      <p className="my-6">
        “Removed” counts comments that were withdrawn or removed. They disappear straight away. The hash lets you check
        that everyone was shown the same edition.
      </p>
      {next !== null && (
        <ButtonLink kind="secondary" href={`${paths.editions(slug)}?before=${next}`}>
          Show earlier editions
        </ButtonLink>
      )}
    </Page>
  );
}
