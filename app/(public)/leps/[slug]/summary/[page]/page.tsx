import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadLepContent } from "@/app/(public)/leps/[slug]/lep-content";
import { NationalFacts } from "@/components/areas/national-facts";
import { SummaryPage } from "@/components/summaries/summary-page";
import { TextLink } from "@/components/ui/text-link";
import { getLepFacts } from "@/lib/areas/national-facts.queries";
import { findSubject } from "@/lib/areas/subject.rules";
import { singleParams } from "@/lib/forms/query-params";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";
import { isSummaryPage, listSummaryPages, summaryPages } from "@/lib/summaries/summary-page.rules";

type Props = {
  params: Promise<{ slug: string; page: string }>;
  searchParams: Promise<{ subject?: string | string[] }>;
};

/** The LEP, page and subject that an address names; null if any does not exist. */
async function findPage({ params, searchParams }: Props) {
  const { slug, page } = await params;
  const wanted = singleParams(await searchParams).subject;
  const subject = wanted ? findSubject(wanted) : null;
  const lep = await getLep(slug);
  if (!lep || !isSummaryPage(page) || (wanted && !subject)) return null;
  const pages = listSummaryPages({ isLep: true, isSubject: Boolean(subject) });
  return pages.includes(page) ? { lep, page, subject: subject ?? null } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await findPage(props);
  return { title: found ? `${found.lep.name}: ${summaryPages[found.page].title.toLowerCase()}` : "Not found" };
}

export default async function LepSummaryPage(props: Props) {
  const found = await findPage(props);
  if (!found) notFound();
  const { lep, page, subject } = found;
  return (
    <SummaryPage
      page={page}
      {...(await loadLepContent(lep, subject, page))}
      back={
        <TextLink href={subject ? paths.lepSubject(lep.id, subject.id) : paths.lep(lep.id)}>
          Back to the summary
        </TextLink>
      }
    >
      {page === "area" && <NationalFacts facts={await getLepFacts(lep.id)} name={lep.name} bodies={[lep]} />}
    </SummaryPage>
  );
}
