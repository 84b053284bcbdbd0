import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswersPart } from "@/components/answers/answers-part";
import { LocalFacts } from "@/components/areas/local-facts";
import { Contents } from "@/components/summaries/part";
import { Summary } from "@/components/summaries/summary";
import { Page } from "@/components/ui/page";
import { listAnswersOf } from "@/lib/answers/closing/queries";
import { getLocalFacts } from "@/lib/areas/facts/queries";
import { getLep } from "@/lib/areas/queries";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { getWholeSummary } from "@/lib/summaries/whole/queries";

type Props = { params: Promise<{ slug: string }> };

// A4, with the page's number and the number of pages at its foot.
const sheet = `
@page { size: A4; margin: 18mm 16mm 20mm;
  @bottom-left { content: "At the Table"; font: 8pt sans-serif; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; } }
@media print {
  body > :not(main) { display: none !important; }
  .shell { max-width: none; padding: 0; }
  [data-paper] section[aria-labelledby="said"], [data-paper] section[aria-labelledby="words"] { break-before: page; }
  thead { display: table-header-group; }
  svg, figure, table tr { break-inside: avoid; }
}`;

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
  return (
    <Page title={`${lep.name}: what working people say`} lead="Paper for the board">
      <style>{sheet}</style>
      <div data-paper="">
        <p className="print:hidden">
          Print this page, or save it as a PDF, from your browser.{" "}
          <a className="link" href={paths.lep(lep.id)}>
            Back to the summary
          </a>
        </p>
        {summaries.map((summary) => (
          <div key={summary.strategy.id}>
            <p>
              On the strategy for {summary.strategy.areaName}, led by {summary.strategy.leadTitle}.
              {summary.release &&
                ` Counts of people: release ${summary.release.number} of ${formatDay(new Date(summary.release.day))}.`}
            </p>
            <Contents
              more={[
                [`answers-${summary.strategy.id}`, "What was answered"],
                ["local-facts", "The place, in figures"],
              ]}
            />
            <Summary name={lep.name} slug={lep.id} summary={summary} />
          </div>
        ))}
        {answers.map((part) => (
          <AnswersPart key={part.slug} {...part} />
        ))}
        {facts && <LocalFacts name={lep.name} {...facts} />}
      </div>
    </Page>
  );
}
