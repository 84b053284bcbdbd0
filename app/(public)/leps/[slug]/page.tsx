import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadLepFrontPage } from "@/app/(public)/leps/[slug]/lep-content";
import { NationalFacts } from "@/components/areas/national-facts";
import { SummaryDownloads } from "@/components/summaries/downloads";
import { SubjectLinks } from "@/components/summaries/subject-links";
import { SummaryFrontPage } from "@/components/summaries/summary-front-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getLepFacts } from "@/lib/areas/national-facts.queries";
import { paths } from "@/lib/routes";
import { withArticle } from "@/lib/strategies/district-strategy.rules";
import { getLeadBody, getLep, type LeadBodyView } from "@/lib/strategies/lep.queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lep = await getLep((await params).slug);
  if (!lep) {
    const lead = await getLeadBody((await params).slug);
    return { title: lead ? `${lead.name}: what working people say` : "Not found" };
  }
  const types = { "application/atom+xml": paths.lepAnswersFeed(lep.id) };
  return { title: `${lep.name}: what working people say`, alternates: { types } };
}

/** The kind of body, unless its title already ends with it. */
const kindSuffix = ({ title, kindName }: { title: string; kindName: string }) =>
  title.toLowerCase().endsWith(kindName.toLowerCase()) ? "" : `, a ${kindName}`;

export default async function LepPage({ params }: Props) {
  const { slug } = await params;
  const lep = await getLep(slug);
  if (!lep) {
    const lead = await getLeadBody(slug);
    if (!lead) notFound();
    return <LeadBodyPage {...lead} />;
  }
  const content = await loadLepFrontPage(lep);
  return (
    <Page title={lep.name} lead={`What working people say to ${withArticle(lep.title)}${kindSuffix(lep)}.`} wide>
      {content.frontPages.length === 0 &&
        (lep.strategies.length === 0 ? (
          <EmptyState next={{ href: paths.strategies, label: "See strategies that are open" }}>
            None of its strategies have opened yet, so there is no summary.
          </EmptyState>
        ) : (
          <SummaryLinks strategies={lep.strategies} />
        ))}
      <SummaryFrontPage
        {...content}
        pageOf={(page) => paths.lepSummaryPage(lep.id, page)}
        renderHeader={({ summary: { strategy } }) => (
          <p>
            On{" "}
            <a className="link" href={paths.strategy(strategy.id)}>
              the {strategy.kind} for {strategy.areaName}
            </a>
            , led by {strategy.leadTitle}.{" "}
            <a className="link" href={paths.strategySummary(strategy.id)}>
              See comments from every place
            </a>
            .
          </p>
        )}
        links={
          <>
            <SubjectLinks slug={lep.id} />
            <SummaryDownloads slug={lep.id} />
          </>
        }
      />
      {content.frontPages.length === 0 && (
        <NationalFacts facts={await getLepFacts(lep.id)} name={lep.name} bodies={[lep]} />
      )}
    </Page>
  );
}

/** The page of a body that leads a strategy beside LEPs: what it reads is the summary of the strategy. */
function LeadBodyPage({ name, title, strategies }: LeadBodyView) {
  return (
    <Page title={name} lead={`What working people say to ${withArticle(title)}.`}>
      <SummaryLinks strategies={strategies} />
    </Page>
  );
}

function SummaryLinks({ strategies }: { strategies: { id: string; areaName: string }[] }) {
  return (
    <ul>
      {strategies.map(({ id, areaName }) => (
        <li key={id}>
          <TextLink href={paths.strategySummary(id)}>All comments on the strategy for {areaName}</TextLink>
        </li>
      ))}
    </ul>
  );
}
