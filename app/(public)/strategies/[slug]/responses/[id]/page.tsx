import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { ResponseText } from "@/components/unions/response-text";
import { paths } from "@/lib/routes";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import { getPublishedResponse } from "@/lib/unions/responses/published-response.queries";

type Props = { params: Promise<{ slug: string; id: string }> };

export const metadata: Metadata = { title: "A union’s answer" };

export default async function ResponsePage({ params }: Props) {
  const { slug, id } = await params;
  const response = (await getStrategyOutline(slug)) && (await getPublishedResponse(slug, id));
  if (!response) notFound();
  const { unionId, unionName, branch, areaName } = response;
  return (
    <Page title={`${unionName}${branch && `, ${branch}`}`} lead={`A union’s response to the ${areaName} strategy.`}>
      <p className="mb-4">
        <TextLink href={paths.union(unionId)}>{unionName} across England</TextLink>
      </p>
      <ResponseText {...response} />
    </Page>
  );
}
