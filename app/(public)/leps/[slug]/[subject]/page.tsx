import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SummaryDownloads } from "@/components/summaries/downloads";
import { LepSummary } from "@/components/summaries/lep-summary";
import { SubjectLinks } from "@/components/summaries/subject-links";
import { Page } from "@/components/ui/page";
import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { getLocalFacts } from "@/lib/areas/local-facts.queries";
import { findSubject } from "@/lib/areas/subject.rules";
import { paths } from "@/lib/routes";
import { withArticle } from "@/lib/strategies/district-strategy.rules";
import { getLep } from "@/lib/strategies/lep.queries";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Props = { params: Promise<{ slug: string; subject: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, subject: id } = await params;
  const [lep, subject] = [await getLep(slug), findSubject(id)];
  if (!lep || !subject) return { title: "Not found" };
  const types = { "application/atom+xml": paths.lepSubjectFeed(slug, id) };
  return { title: `${lep.name}: what working people say about ${subject.about}`, alternates: { types } };
}

/** A LEP's page on one subject, for those who sit beside it and care for that. */
export default async function SubjectPage({ params }: Props) {
  const { slug, subject: id } = await params;
  const [lep, subject] = [await getLep(slug), findSubject(id)];
  if (!lep || !subject) notFound();
  const [summaries, facts, answers] = await Promise.all([
    listLepSummaries(lep.id, subject),
    getLocalFacts(lep.id),
    listStrategyAnswers(lep.strategies, subject.themes),
  ]);
  return (
    <Page title={`${lep.name}: ${subject.name}`} lead={`What working people say about ${subject.about}.`} wide>
      <p className="measure">
        For those who sit beside {withArticle(lep.title)}: {subject.serves.join(", ")}.
      </p>
      <LepSummary
        name={lep.name}
        slug={lep.id}
        subject={subject}
        summaries={summaries}
        answers={answers}
        facts={facts}
        renderHeader={({ strategy }) => (
          <p className="measure">
            From{" "}
            <a className="link" href={paths.lep(lep.id)}>
              all that is said on the {strategy.kind} for {strategy.areaName}
            </a>
            , led by {strategy.leadTitle}: comments that are about {subject.about}.
          </p>
        )}
        links={
          <>
            <SubjectLinks slug={lep.id} current={subject.id} />
            <SummaryDownloads slug={lep.id} subject={subject.id} />
          </>
        }
      />
    </Page>
  );
}
