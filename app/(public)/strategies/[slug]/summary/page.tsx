import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SummaryDownloads } from "@/components/summaries/downloads";
import { SummaryFrontPage } from "@/components/summaries/summary-front-page";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { paths } from "@/lib/routes";
import { listFrontPages } from "@/lib/summaries/overview/front-page.queries";
import { getStrategySummary } from "@/lib/summaries/summary.queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const summary = await getStrategySummary((await params).slug);
  return { title: summary ? `${summary.strategy.areaName}: what working people say` : "Page not found" };
}

/** All comments on a strategy, summed up for the body that leads it. */
export default async function StrategySummaryPage({ params }: Props) {
  const { slug } = await params;
  const summary = await getStrategySummary(slug);
  if (!summary) notFound();
  const { strategy } = summary;
  return (
    <Page
      title={`${strategy.areaName}: what working people say`}
      lead={`All comments on the ${strategy.kind}, for ${strategy.leadTitle}, which leads it. Everyone sees the same page.`}
      wide
    >
      <p>
        <TextLink href={paths.strategy(slug)}>Go to the {strategy.kind}</TextLink>
      </p>
      <SummaryFrontPage
        name={strategy.areaName}
        frontPages={await listFrontPages([summary])}
        answers={await listStrategyAnswers([strategy])}
        pageOf={(page) => paths.strategySummaryPage(slug, page)}
        renderHeader={() => null}
        links={<SummaryDownloads strategy={slug} />}
      />
    </Page>
  );
}
