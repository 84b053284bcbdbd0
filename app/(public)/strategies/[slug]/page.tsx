import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NationalFacts } from "@/components/areas/national-facts";
import { ParagraphText } from "@/components/strategies/paragraph-text";
import { PhaseTag } from "@/components/strategies/phase-tag";
import { SectionList } from "@/components/strategies/section-list";
import { StrategyFacts } from "@/components/strategies/strategy-facts";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { type AnswerProgress, getAnswerProgress } from "@/lib/answers/progress.queries";
import { getStrategyFacts } from "@/lib/areas/national-facts.queries";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { formatDay, formatMoment } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { getStrategy, type StrategyView } from "@/lib/strategies/strategy.queries";
import { listVersions, type VersionListItem } from "@/lib/strategies/versions/version.queries";

type Props = { params: Promise<{ slug: string }> };

const strategyTitle = ({ areaName, kindName }: StrategyView) => `${areaName.replace(/ \(.*\)$/, "")} ${kindName}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const strategy = await getStrategy((await params).slug);
  return { title: strategy ? strategyTitle(strategy) : "Page not found" };
}

export default async function StrategyPage({ params }: Props) {
  const { slug } = await params;
  const strategy = await getStrategy(slug);
  if (!strategy) notFound();
  const [themes, progress, versions, facts] = await Promise.all([
    listThemes(),
    getAnswerProgress(slug),
    listVersions(slug),
    getStrategyFacts(slug),
  ]);
  return (
    <Page title={strategyTitle(strategy)} lead={strategy.summary ?? undefined} wide>
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <div className="min-w-0">
          <p className="mb-2">
            <PhaseTag {...strategy} />
          </p>
          <CommentingCallout {...strategy} />
          <ClosingDayChanges extensions={strategy.extensions} />
          <AnswersLink slug={strategy.id} progress={progress} />
          {strategy.canChange && (
            <section aria-labelledby="can-change" className="mb-10">
              <h2 id="can-change" className="mb-2 text-2xl">
                What could change
              </h2>
              <p>{strategy.canChange}</p>
            </section>
          )}
          <p className="mb-10">
            <TextLink href={paths.responses(strategy.id)}>Union responses</TextLink>
            <br />
            <TextLink href={paths.strategySummary(strategy.id)}>Summary of comments</TextLink>
            <br />
            <TextLink href={paths.editions(strategy.id)}>Editions of this page</TextLink>
          </p>
          <FundingLines {...strategy} />
          <section aria-labelledby="parts">
            <h2 id="parts" className="mb-2 text-2xl">
              Sections and comments
            </h2>
            <p>
              {strategy.isOurs
                ? "We summarised the strategy under the 5 headings the government set for every area. The text is ours, to keep it short and fair."
                : `The text is from ${strategy.leadTitle}.`}
            </p>
            {strategy.sections.length === 0 && <p className="mt-4">We do not have its sections yet.</p>}
            <SectionList
              href={(number) => paths.section(strategy.id, number)}
              sections={strategy.sections}
              foundations={themes.filter(({ family }) => family === "foundation")}
            />
          </section>
          <NationalFacts facts={facts} name={strategy.areaName} bodies={strategy.leps} />
        </div>
        <div>
          <Versions slug={strategy.id} versions={versions} />
          <Priorities priorities={strategy.priorities} />
          <section aria-labelledby="facts">
            <h2 id="facts" className="mb-3 text-2xl">
              About this strategy
            </h2>
            <StrategyFacts {...strategy} />
          </section>
        </div>
      </div>
    </Page>
  );
}

/** The funding lines, each with a link to its comments. */
function FundingLines({ id: slug, money }: StrategyView) {
  if (money.length === 0) return null;
  return (
    <section aria-labelledby="money" className="mb-10">
      <h2 id="money" className="mb-2 text-2xl">
        Funding
      </h2>
      <ul className="space-y-4">
        {money.map(({ id, section, block, threads }) => (
          <li key={id}>
            <ParagraphText slug={slug} text="" block={block} />
            <TextLink href={`${paths.section(slug, section)}#paragraph-${id}`}>
              {threads === 0 ? "View and comment" : `${countLabel(threads, "thread")} about it`}
              {block.kind === "funding" && <span className="sr-only">: {block.name}</span>}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every version and what it changed, when there are several. */
function Versions({ slug, versions }: { slug: string; versions: VersionListItem[] }) {
  if (versions.length < 2) return null;
  return (
    <section aria-labelledby="versions" className="mb-10">
      <h2 id="versions" className="mb-2 text-2xl">
        Versions
      </h2>
      <ul>
        {versions.map(({ number, title, note, publishedAt }) => (
          <li key={number} className="border-line border-t py-2">
            <TextLink href={paths.version(slug, number)}>
              Version {number}: {title}
            </TextLink>
            <p className="text-muted">{formatDay(publishedAt)}</p>
            {note && <p className="whitespace-pre-line">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every move of the closing day, with its reason. */
function ClosingDayChanges({ extensions }: Pick<StrategyView, "extensions">) {
  return extensions.map(({ before, after, reason }) => (
    <p key={after.toISOString() + reason} className="mb-3 border-gold border-l-4 pl-4">
      The closing date changed{before && ` from ${formatDay(before)}`} to {formatDay(after)}. Reason: {reason}
    </p>
  ));
}

/** A link to the answers, when there are comments to answer. */
function AnswersLink({ slug, progress }: { slug: string; progress: AnswerProgress | null }) {
  if (!progress) return null;
  const isLate = progress.state === "over" && progress.unanswered.length > 0;
  return (
    <p className="mb-8">
      <TextLink href={paths.answers(slug)}>
        You said, we did: {countLabel(progress.answered, "answer")}
        {isLate && `, ${countLabel(progress.unanswered.length, "theme")} overdue`}
      </TextLink>
    </p>
  );
}

/** How to comment, or why nobody can now. */
function CommentingCallout({ id: slug, phase, closesAt, sections }: StrategyView) {
  const refusal = whyCannotComment({ phase, closesAt }, new Date());
  const firstSection = sections[0];
  if (!refusal && firstSection) {
    return (
      <Callout title={closesAt ? `Open for comments until ${formatMoment(closesAt)}` : "Open for comments"} tone="good">
        <p>
          <a className="link" href={paths.react(slug)}>
            Do you agree with other people?
          </a>{" "}
          React to one comment at a time. Or{" "}
          <a className="link" href={paths.comments(slug)}>
            read and search all comments
          </a>
          .
        </p>
        <p>
          Choose a section{" "}
          <a className="link" href="#parts">
            below
          </a>
          , read it, and say what it means for your work. It takes about 10 minutes. You do not need to give a name or
          email address.
        </p>
      </Callout>
    );
  }
  return (
    <Callout title={refusal ?? "There is nothing to comment on yet."}>
      <p>
        You can still read it and see{" "}
        <a className="link" href={paths.comments(slug)}>
          what was said
        </a>
        . If you work in more than one place, check whether{" "}
        <a className="link" href={paths.strategies}>
          another strategy is open
        </a>
        . You can also ask your union to raise it with the people who lead the strategy.
      </p>
    </Callout>
  );
}

function Priorities({ priorities }: { priorities: string[] }) {
  if (priorities.length === 0) return null;
  return (
    <section aria-labelledby="priorities" className="mb-10">
      <h2 id="priorities" className="mb-2 text-2xl">
        Its priorities, in its own words
      </h2>
      <ul className="list-disc space-y-1 pl-6">
        {priorities.map((priority) => (
          <li key={priority}>{priority}</li>
        ))}
      </ul>
    </section>
  );
}
