import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswersPart } from "@/components/answers/answers-part";
import { LocalFacts } from "@/components/areas/local-facts";
import { CommentCard } from "@/components/comments/comment-card";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { listAnswersOf } from "@/lib/answers/closing/queries";
import { getLocalFacts } from "@/lib/areas/facts/queries";
import { getLep } from "@/lib/areas/queries";
import { listPublishedComments } from "@/lib/comments/queries";
import { countOf, formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { getLepSummary, type NamedCounts, type StrategySummary } from "@/lib/summaries/queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lep = await getLep((await params).slug);
  return { title: lep ? `${lep.name}: what working people say` : "Not found" };
}

export default async function LepPage({ params }: Props) {
  const lep = await getLep((await params).slug);
  if (!lep) notFound();
  const [summaries, recent, facts, answers] = await Promise.all([
    getLepSummary(lep.id),
    listPublishedComments({ lepId: lep.id }, null, 5),
    getLocalFacts(lep.id),
    listAnswersOf(lep.strategies),
  ]);
  return (
    <Page title={lep.name} lead={`What working people say to the ${lep.kindName}.`} wide>
      {summaries.map((summary) => (
        <OneStrategy key={summary.strategyId} {...summary} />
      ))}
      <section aria-labelledby="recent-title" className="mt-10">
        <h2 id="recent-title" className="mb-2 text-2xl">
          Published most recently
        </h2>
        {recent.items.length === 0 && <p>Nothing is published under {lep.name} yet.</p>}
        {recent.items.map((comment) => (
          <CommentCard key={comment.id} {...comment}>
            <a
              className="link inline-flex min-h-11 items-center"
              href={paths.thread(comment.strategyId, comment.threadId)}
            >
              See it where it was said<span className="sr-only">, by {comment.alias}</span>
            </a>
          </CommentCard>
        ))}
      </section>
      {answers.map((part) => (
        <AnswersPart key={part.slug} {...part} />
      ))}
      {facts && <LocalFacts name={lep.name} {...facts} />}
    </Page>
  );
}

function OneStrategy({ strategyId, areaName, comments, threads, waiting, ...by }: StrategySummary) {
  return (
    <section aria-labelledby={`${strategyId}-title`} className="mt-8">
      <h2 id={`${strategyId}-title`} className="mb-2 text-2xl">
        <a className="link" href={paths.strategy(strategyId)}>
          {areaName}
        </a>
      </h2>
      <p className="mb-4">
        {countOf(comments, "comment")} in {countOf(threads, "thread")}.{" "}
        {waiting === 0
          ? "Nothing waits for a rep."
          : `${countOf(waiting, "comment waits", "comments wait")} for a rep.`}
      </p>
      <Counts caption={`${areaName}: comments by foundation`} name="Foundation" rows={by.foundations} />
      {by.themes.length > 0 && <Counts caption={`${areaName}: comments by theme`} name="Theme" rows={by.themes} />}
      <Counts caption={`${areaName}: comments by stance`} name="Stance" rows={by.stances} />
    </section>
  );
}

function Counts({ caption, name, rows }: { caption: string; name: string; rows: NamedCounts[] }) {
  return (
    <Table
      caption={caption}
      head={[name, { text: "Comments", numeric: true }, { text: "Threads", numeric: true }]}
      rows={rows.map((row) => [row.name, formatNumber(row.comments), formatNumber(row.threads)])}
    />
  );
}
