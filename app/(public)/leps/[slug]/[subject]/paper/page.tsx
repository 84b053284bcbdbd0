import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardPaper } from "@/components/summaries/board-paper";
import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { getLocalFacts } from "@/lib/areas/local-facts.queries";
import { findSubject } from "@/lib/areas/subject.rules";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Props = { params: Promise<{ slug: string; subject: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, subject: id } = await params;
  const [lep, subject] = [await getLep(slug), findSubject(id)];
  return { title: lep && subject ? `${lep.name}, ${subject.about}: paper for the board` : "Not found" };
}

export default async function SubjectPaperPage({ params }: Props) {
  const { slug, subject: id } = await params;
  const [lep, subject] = [await getLep(slug), findSubject(id)];
  if (!lep || !subject) notFound();
  const [summaries, facts, answers] = await Promise.all([
    listLepSummaries(lep.id, subject),
    getLocalFacts(lep.id),
    listStrategyAnswers(lep.strategies, subject.themes),
  ]);
  const content = { summaries, facts, answers };
  const back = paths.lepSubject(lep.id, subject.id);
  return <BoardPaper back={back} name={lep.name} slug={lep.id} subject={subject} {...content} />;
}
