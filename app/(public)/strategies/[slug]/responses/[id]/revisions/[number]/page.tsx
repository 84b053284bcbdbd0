import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/ui/page";
import { ResponseText } from "@/components/unions/response-text";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import { getPublishedResponse } from "@/lib/unions/responses/published-response.queries";

type Props = { params: Promise<{ slug: string; id: string; number: string }> };

export const metadata: Metadata = { title: "An earlier version of a union’s response" };

export default async function RevisionPage({ params }: Props) {
  const { slug, id, number } = await params;
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound();
  const response = (await getStrategyOutline(slug)) && (await getPublishedResponse(slug, id, Number(number)));
  if (!response) notFound();
  const { unionName, branch, areaName } = response;
  return (
    <Page
      title={`${unionName}${branch && `, ${branch}`}: number ${response.number}`}
      lead={`A union’s response to the ${areaName} strategy, as first published.`}
    >
      <ResponseText {...response} />
    </Page>
  );
}
