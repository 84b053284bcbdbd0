import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AnswerForm } from "@/components/answers/answer-form";
import { OfficerSourceLinks } from "@/components/answers/source-links";
import { Page } from "@/components/ui/page";
import { findAnswerId } from "@/lib/answers/answer.queries";
import { sourceInput } from "@/lib/answers/answer.schema";
import { getOfficerStrategy } from "@/lib/answers/officer-strategy.queries";
import { isAnswerableSource, listSources } from "@/lib/answers/source.queries";
import { requireAccount } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { listParagraphOptions } from "@/lib/strategies/versions/paragraph.queries";
import { createAnswerAction } from "./actions";

export const metadata: Metadata = { title: "Answer" };

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function NewAnswerPage({ searchParams }: Props) {
  const query = sourceInput.safeParse(await searchParams);
  if (!query.success) notFound();
  const { strategy, kind, point } = query.data;
  const person = await requireAccount(paths.newAnswer(strategy, kind, point));
  const ref = { strategyId: strategy, sourceKind: kind, sourceId: point };
  const strategyView = await getOfficerStrategy(person, strategy);
  if (!strategyView?.canAnswer || !(await isAnswerableSource(ref))) notFound();
  const existingId = await findAnswerId(person, strategy, kind, point);
  if (existingId) redirect(paths.answer(existingId));
  const [[view], paragraphs] = await Promise.all([listSources([ref]), listParagraphOptions(strategy)]);
  if (!view) notFound();
  return (
    <Page title={`Answer: ${view.title}`} lead={strategyView.areaName}>
      <OfficerSourceLinks {...view} />
      <AnswerForm action={createAnswerAction.bind(null, query.data)} paragraphs={paragraphs} />
    </Page>
  );
}
