import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadUnion } from "@/app/(public)/unions/[slug]/union-content";
import { ChartSection } from "@/components/charts/chart-section";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import { paths } from "@/lib/routes";
import type { UnionFacts } from "@/lib/summaries/england/union-view.rules";

type Props = { params: Promise<{ slug: string }> };

export const metadata: Metadata = { title: "A union’s kinds of work across England" };

/** Who took part from a union's kinds of work across England, and what was answered to its responses. */
export default async function UnionPage({ params }: Props) {
  const { slug } = await params;
  const found = await loadUnion(slug);
  if (!found) notFound();
  const { union, responses, charts } = found;
  return (
    <Page
      title={`${union.name} across England`}
      lead="Who took part from the kinds of work in which it has members, how it responded, and what was answered."
      wide
    >
      <p className="measure">{union.covers}.</p>
      <p className="measure">
        The counts below are of everybody who commented from these kinds of work. We never ask anybody whether they are
        in a union.
      </p>
      {charts.map((chart) => (
        <ChartSection
          key={chart.id}
          chart={chart}
          downloads={{ csv: paths.unionChartCsv(slug, chart.id), svg: paths.unionChartSvg(slug, chart.id) }}
        />
      ))}
      <Answers responses={responses} />
      <section aria-labelledby="data" className="mt-10">
        <h2 id="data" className="text-2xl">
          Take the figures away
        </h2>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <TextLink href={paths.unionCsv(slug)}>All figures (CSV)</TextLink>
          </li>
          <li>
            <TextLink href={paths.england}>All of England</TextLink>
          </li>
        </ul>
        <p className="measure text-muted">
          Numbers of people are only those that a release shows: rounded to 5, and never fewer than 10. A release groups
          kinds of work more widely than unions do.
        </p>
      </section>
    </Page>
  );
}

function Answers({ responses }: Pick<UnionFacts, "responses">) {
  const answered = responses.flatMap(({ answer, ...response }) => (answer ? [{ ...response, ...answer }] : []));
  return (
    <section aria-labelledby="answers" className="mt-10">
      <h2 id="answers" className="text-2xl">
        What was answered
      </h2>
      {answered.length === 0 ? (
        <EmptyState next={{ href: paths.strategies, label: "See strategies that are open" }}>
          {responses.length === 0 ? "There is nothing to answer yet." : "No response has an answer yet."}
        </EmptyState>
      ) : (
        <ul className="measure space-y-6">
          {answered.map(({ id, strategyId, areaName, branch, decision, why }) => (
            <li key={id} className="border-brand border-l-4 pl-4">
              <h3 className="font-semibold text-xl">
                {areaName}
                {branch && `, ${branch}`}: {answerDecisionLabels[decision]}
              </h3>
              <p className="whitespace-pre-line">{why}</p>
              <p className="flex flex-wrap gap-x-6">
                <TextLink href={paths.response(strategyId, id)}>
                  Read the response<span className="sr-only"> on {areaName}</span>
                </TextLink>
                <TextLink href={paths.answers(strategyId)}>
                  All answers<span className="sr-only"> on {areaName}</span>
                </TextLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
