import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardPaper } from "@/components/summaries/board-paper";
import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { getLocalFacts } from "@/lib/areas/local-facts.queries";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lep = await getLep((await params).slug);
  return { title: lep ? `${lep.name}: paper for the board` : "Not found" };
}

export default async function PaperPage({ params }: Props) {
  const lep = await getLep((await params).slug);
  if (!lep) notFound();
  const [summaries, facts, answers] = await Promise.all([
    listLepSummaries(lep.id),
    getLocalFacts(lep.id),
    listStrategyAnswers(lep.strategies),
  ]);
  const content = { summaries, facts, answers };
  return <BoardPaper back={paths.lep(lep.id)} name={lep.name} slug={lep.id} {...content} />;
}
