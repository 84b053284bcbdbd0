import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadingForm } from "@/components/comments/reading-form";
import { ThreadList } from "@/components/comments/thread-list";
import { ParagraphText } from "@/components/strategies/paragraph-text";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { listThemes } from "@/lib/areas/queries";
import { whyClosed } from "@/lib/comments/policy";
import { countOnParagraphs, listThreads } from "@/lib/comments/reading/queries";
import { cursorOf } from "@/lib/comments/reading/rules";
import { queryText, readingQuery } from "@/lib/comments/reading/schema";
import { countOf } from "@/lib/format";
import { paths } from "@/lib/paths";
import { getSection } from "@/lib/strategies/queries";

type Props = {
  params: Promise<{ slug: string; number: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params;
  const section = await getSection(slug, Number(number));
  return { title: section ? `${section.title}: ${section.strategy.areaName}` : "Not found" };
}

export default async function SectionPage({ params, searchParams }: Props) {
  const { slug, number } = await params;
  const asked = readingQuery.safeParse(await searchParams);
  const section = await getSection(slug, Number(number));
  if (!section || !asked.success) notFound();
  const { sort, stance, theme, paragraph, after } = asked.data;
  const from = after === null ? null : cursorOf(sort, after);
  if (after !== null && !from) notFound();
  const here = paths.section(slug, section.number);
  const [threads, onParagraphs, themes] = await Promise.all([
    listThreads(
      { strategyId: section.strategy.id, sectionId: section.id, paragraphId: paragraph, stance, theme },
      sort,
      from,
    ),
    countOnParagraphs(section.id),
    listThemes(),
  ]);
  const about = section.paragraphs.find(({ id }) => id === paragraph);
  const closed = whyClosed(section.strategy, new Date());
  return (
    <Page title={section.title} lead={section.summary}>
      <p className="mb-4 text-muted">
        Part {section.number} of the{" "}
        <a className="link" href={paths.strategy(slug)}>
          {section.strategy.areaName} {section.strategy.kindName}
        </a>
        {section.foundationName && <> · Foundation: {section.foundationName}</>}
      </p>
      <div className="measure space-y-4">
        {section.paragraphs.map(({ id, text, block }, at) => (
          <div key={id} id={`paragraph-${id}`}>
            <ParagraphText slug={slug} text={text} block={block} />
            <ParagraphLinks
              name={`paragraph ${at + 1}`}
              comments={onParagraphs.get(id) ?? 0}
              read={`${here}${queryText({ paragraph: id })}#comments-title`}
              write={closed ? null : `${paths.write(slug, section.number)}${queryText({ paragraph: id })}`}
            />
          </div>
        ))}
      </div>
      {section.canChange && (
        <p className="measure mt-4 border-gold border-l-4 pl-4">What can still change: {section.canChange}</p>
      )}
      <p className="mt-6">
        {closed ? (
          <strong>{closed}</strong>
        ) : (
          <ButtonLink href={paths.write(slug, section.number)}>Say what you think</ButtonLink>
        )}
      </p>
      <section aria-labelledby="comments-title" className="mt-10">
        <h2 id="comments-title" className="mb-2 text-2xl">
          What people say
        </h2>
        {about && (
          <blockquote className="measure my-4 border-gold border-l-4 pl-4">
            <p className="text-muted">On this paragraph only:</p>
            <p>{about.text}</p>
            <a className="link inline-flex min-h-11 items-center" href={`${here}#comments-title`}>
              All comments on this part
            </a>
          </blockquote>
        )}
        <ReadingForm
          action={here}
          chosen={{ ...asked.data, section: null, q: null }}
          themes={themes.map(({ id, name }) => ({ value: id, label: name }))}
          paragraph={about?.id}
        />
        {threads.items.length === 0 && <p>{emptyWords(after !== null, Boolean(stance || theme))}</p>}
        <ThreadList
          isOpen={!closed}
          slug={slug}
          threads={threads.items}
          more={threads.next && `${here}${queryText({ ...asked.data, after: threads.next })}`}
        />
        <p className="mt-6">
          <a className="link inline-flex min-h-11 items-center" href={paths.comments(slug)}>
            Search all that people say about this strategy
          </a>
          <a
            className="link ml-6 inline-flex min-h-11 items-center"
            href={`${paths.follows}?strategy=${slug}&section=${section.number}`}
          >
            Follow this part by weekly e-mail
          </a>
        </p>
      </section>
    </Page>
  );
}

function emptyWords(isFurtherOn: boolean, isChoice: boolean): string {
  if (isFurtherOn) return "There are no more comments.";
  return isChoice ? "There are no comments like that yet." : "Nobody has said anything here yet. You can be the first.";
}

type LinksProps = { name: string; comments: number; read: string; write: string | null };

/** What was said on one paragraph, and a way to say more. */
function ParagraphLinks({ name, comments, read, write }: LinksProps) {
  return (
    <p className="flex flex-wrap gap-x-5 text-base">
      {comments > 0 && (
        <a className="link inline-flex min-h-11 items-center" href={read}>
          {countOf(comments, "comment")}
          <span className="sr-only"> on {name}</span>
        </a>
      )}
      {write && (
        <a className="link inline-flex min-h-11 items-center" href={write}>
          Comment on this<span className="sr-only">: {name}</span>
        </a>
      )}
    </p>
  );
}
