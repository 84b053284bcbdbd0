import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findLepSubject, loadLepFrontPage } from "@/app/(public)/leps/[slug]/lep-content";
import { SummaryDownloads } from "@/components/summaries/downloads";
import { SubjectLinks } from "@/components/summaries/subject-links";
import { SummaryFrontPage } from "@/components/summaries/summary-front-page";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";
import { withArticle } from "@/lib/strategies/district-strategy.rules";

type Props = { params: Promise<{ slug: string; subject: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findLepSubject(params);
  if (!found) return { title: "Not found" };
  const { lep, subject } = found;
  const types = { "application/atom+xml": paths.lepSubjectFeed(lep.id, subject.id) };
  return { title: `${lep.name}: what working people say about ${subject.about}`, alternates: { types } };
}

/** A LEP's page on one subject, for the panels and partnerships beside it. */
export default async function SubjectPage({ params }: Props) {
  const found = await findLepSubject(params);
  if (!found) notFound();
  const { lep, subject } = found;
  const content = await loadLepFrontPage(lep, subject);
  return (
    <Page title={`${lep.name}: ${subject.name}`} lead={`What working people say about ${subject.about}.`} wide>
      <p className="measure">
        For members of {withArticle(lep.title)}: {subject.serves.join(", ")}.
      </p>
      <SummaryFrontPage
        {...content}
        pageOf={(page) => paths.lepSubjectPage(lep.id, page, subject.id)}
        renderHeader={({ summary: { strategy } }) => (
          <p className="measure">
            From{" "}
            <a className="link" href={paths.lep(lep.id)}>
              all comments on the {strategy.kind} for {strategy.areaName}
            </a>
            , led by {strategy.leadTitle}. Only comments about {subject.about}.
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
