import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadStrategyPaper } from "@/app/(public)/strategies/[slug]/summary/strategy-paper";
import { BoardPaper } from "@/components/summaries/board-paper";
import { paths } from "@/lib/routes";
import { getStrategySummary } from "@/lib/summaries/summary.queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const summary = await getStrategySummary((await params).slug);
  return { title: summary ? `${summary.strategy.areaName}: board paper` : "Page not found" };
}

/** The board paper of the body that leads a strategy, on the comments from every place. */
export default async function StrategyPaperPage({ params }: Props) {
  const { slug } = await params;
  const content = await loadStrategyPaper(slug);
  if (!content) notFound();
  return <BoardPaper back={paths.strategySummary(slug)} docx={paths.strategySummaryPaperDocx(slug)} {...content} />;
}
