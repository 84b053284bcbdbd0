import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SummaryPage } from "@/components/summaries/summary-page";
import { TextLink } from "@/components/ui/text-link";
import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { paths } from "@/lib/routes";
import { getStrategySummary } from "@/lib/summaries/summary.queries";
import { isSummaryPage, listSummaryPages, summaryPages } from "@/lib/summaries/summary-page.rules";

type Props = { params: Promise<{ slug: string; page: string }> };

/** The summary and page that an address names; null if either does not exist. */
async function findPage({ params }: Props) {
  const { slug, page } = await params;
  if (!isSummaryPage(page) || !listSummaryPages({ isLep: false, isSubject: false }).includes(page)) return null;
  const summary = await getStrategySummary(slug);
  return summary && { summary, page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await findPage(props);
  const title = found && summaryPages[found.page].title.toLowerCase();
  return { title: found ? `${found.summary.strategy.areaName}: ${title}` : "Page not found" };
}

export default async function StrategySummaryPartPage(props: Props) {
  const found = await findPage(props);
  if (!found) notFound();
  const { summary, page } = found;
  const { strategy } = summary;
  return (
    <SummaryPage
      page={page}
      name={strategy.areaName}
      summaries={[summary]}
      answers={page === "answers" || page === "themes" ? await listStrategyAnswers([strategy]) : []}
      facts={null}
      back={<TextLink href={paths.strategySummary(strategy.id)}>Back to the summary</TextLink>}
    />
  );
}
