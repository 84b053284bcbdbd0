import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AnswerForm } from "@/components/answers/answer-form";
import { PointBehind } from "@/components/answers/answer-source-links";
import { Page } from "@/components/ui/page";
import { pointInput } from "@/lib/answers/answer.schema";
import { findAnswerTo, getOfficerStrategy, listParagraphs } from "@/lib/answers/desk.queries";
import { isPoint, viewPoints } from "@/lib/answers/source.queries";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { beginAnswer } from "./actions";

export const metadata: Metadata = { title: "Answer" };

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function NewAnswerPage({ searchParams }: Props) {
  const asked = pointInput.safeParse(await searchParams);
  if (!asked.success) notFound();
  const { strategy, kind, point } = asked.data;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${encodeURIComponent(paths.newAnswer(strategy, kind, point))}`);
  const ref = { strategyId: strategy, pointKind: kind, pointId: point };
  const here = await getOfficerStrategy(person, strategy);
  if (!here?.canAnswer || !(await isPoint(ref))) notFound();
  const there = await findAnswerTo(person, strategy, kind, point);
  if (there) redirect(paths.answer(there));
  const [[view], paragraphs] = await Promise.all([viewPoints([ref]), listParagraphs(strategy)]);
  if (!view) notFound();
  return (
    <Page title={`Answer: ${view.title}`} lead={here.areaName}>
      <PointBehind {...view} />
      <AnswerForm action={beginAnswer.bind(null, asked.data)} paragraphs={paragraphs} />
    </Page>
  );
}
