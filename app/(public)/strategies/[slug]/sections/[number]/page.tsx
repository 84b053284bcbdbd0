import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadingForm } from "@/components/comments/thread-filter-form";
import { ThreadList } from "@/components/comments/thread-list";
import { ParagraphText } from "@/components/strategies/paragraph-text";
import { Changes } from "@/components/strategies/text-diff";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { whyClosed } from "@/lib/comments/comment.policy";
import { countOnParagraphs, listThreads } from "@/lib/comments/threads/thread-list.queries";
import { cursorOf } from "@/lib/comments/threads/thread-list.rules";
import { queryText, readingQuery } from "@/lib/comments/threads/thread-list.schema";
import { countOf } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { listThemes } from "@/lib/strategies/lep.queries";
import { getSection } from "@/lib/strategies/versions/section.queries";
import { changesBetween } from "@/lib/strategies/versions/text-diff";
import { getGoneSection, getLastWords } from "@/lib/strategies/versions/version.queries";

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
  if (!asked.success) notFound();
  if (!section) return <WentAway slug={slug} number={Number(number)} />;
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
  const about = paragraph && (await getLastWords(slug, paragraph));
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
        {section.paragraphs.map(({ id, text, block, before, isNew }, at) => (
          <div key={id} id={`paragraph-${id}`}>
            <ParagraphText slug={slug} text={text} block={block} />
            {isNew && <Tag tone="info">New in version {section.versionNumber}</Tag>}
            {before !== null && (
              <details>
                <summary className="link flex min-h-11 cursor-pointer items-center">
                  This changed in version {section.versionNumber}
                  <span className="sr-only">: paragraph {at + 1}</span>
                </summary>
                <Changes changes={changesBetween(before, text)} />
              </details>
            )}
            <ParagraphLinks
              name={`paragraph ${at + 1}`}
              comments={onParagraphs.get(id) ?? 0}
              read={`${here}${queryText({ paragraph: id })}#comments-title`}
              write={closed ? null : `${paths.write(slug, section.number)}${queryText({ paragraph: id })}`}
            />
          </div>
        ))}
      </div>
      <TakenOut slug={slug} version={section.versionNumber} gone={section.gone} />
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
            <p className="text-muted">
              {about.isGone ? "On these words only, which the newest version took out:" : "On this paragraph only:"}
            </p>
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
          paragraph={about ? paragraph : undefined}
        />
        {threads.items.length === 0 && <p>{emptyWords(after !== null, Boolean(stance || theme))}</p>}
        <ThreadList
          isOpen={!closed}
          slug={slug}
          threads={threads.items}
          more={threads.next && `${here}${queryText({ ...asked.data, after: threads.next })}`}
        />
        <p className="mt-6 flex flex-wrap gap-x-6">
          <a className="link inline-flex min-h-11 items-center" href={paths.comments(slug)}>
            Search all that people say about this strategy
          </a>
          <a
            className="link inline-flex min-h-11 items-center"
            href={`${paths.follows}?strategy=${slug}&section=${section.number}`}
          >
            Follow this part by weekly e-mail
          </a>
        </p>
      </section>
    </Page>
  );
}

/** What the newest version took out of this part, with the way to what was said about it. */
function TakenOut({ slug, version, gone }: { slug: string; version: number; gone: { id: string; text: string }[] }) {
  if (gone.length === 0) return null;
  return (
    <details className="mt-6">
      <summary className="link flex min-h-11 cursor-pointer items-center">What version {version} took out here</summary>
      {gone.map(({ id, text }) => (
        <p key={id} className="mt-2 whitespace-pre-line break-words text-muted">
          <del>{text}</del>
        </p>
      ))}
      <a className="link inline-flex min-h-11 items-center" href={`${paths.version(slug, version)}#gone`}>
        Where the conversations about this are now
      </a>
    </details>
  );
}

/** In place of a part that the newest version does not have: the way to its words, and to what was said about it. */
async function WentAway({ slug, number }: { slug: string; number: number }) {
  const gone = await getGoneSection(slug, number);
  if (!gone) notFound();
  return (
    <Page title={gone.title} lead="The newest version does not have this part any more.">
      <ul className="space-y-2">
        <li>
          <a
            className="link inline-flex min-h-11 items-center"
            href={`${paths.version(slug, gone.version)}#part-${number}`}
          >
            Read it in version {gone.version}
          </a>
        </li>
        {gone.movedTo !== null && (
          <li>
            <a
              className="link inline-flex min-h-11 items-center"
              href={`${paths.section(slug, gone.movedTo)}#comments-title`}
            >
              The conversations about it are now in part {gone.movedTo}
            </a>
          </li>
        )}
      </ul>
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
