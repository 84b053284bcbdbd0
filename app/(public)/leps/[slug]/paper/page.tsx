import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardPaper } from "@/components/summaries/board-paper";
import { listAnswersOf } from "@/lib/answers/progress.queries";
import { getLocalFacts } from "@/lib/areas/local-facts.queries";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";
import { getWholeSummary } from "@/lib/summaries/summary.queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lep = await getLep((await params).slug);
  return { title: lep ? `${lep.name}: paper for the board` : "Not found" };
}

export default async function PaperPage({ params }: Props) {
  const lep = await getLep((await params).slug);
  if (!lep) notFound();
  const [summaries, facts, answers] = await Promise.all([
    getWholeSummary(lep.id),
    getLocalFacts(lep.id),
    listAnswersOf(lep.strategies),
  ]);
  const read = { summaries, facts, answers };
  return <BoardPaper back={paths.lep(lep.id)} name={lep.name} slug={lep.id} {...read} />;
}
