import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ThreadFilterForm } from "@/components/comments/thread-filter-form";
import { ThreadList } from "@/components/comments/thread-list";
import { ParagraphText } from "@/components/strategies/paragraph-text";
import { TextDiff } from "@/components/strategies/text-diff";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { countThreadsByParagraph, listThreads } from "@/lib/comments/threads/thread-list.queries";
import { parseListCursor } from "@/lib/comments/threads/thread-list.rules";
import { threadListQuery, threadListQueryString } from "@/lib/comments/threads/thread-list.schema";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { getSection } from "@/lib/strategies/versions/section.queries";
import { diffText } from "@/lib/strategies/versions/text-diff";
import { getLastParagraphText, getRemovedSection } from "@/lib/strategies/versions/version.queries";

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
  const parsed = threadListQuery.safeParse(await searchParams);
  const section = await getSection(slug, Number(number));
  if (!parsed.success) notFound();
  if (!section) return <RemovedSection slug={slug} number={Number(number)} />;
  const { sort, stance, theme, paragraph, after } = parsed.data;
  const cursor = after === null ? null : parseListCursor(sort, after);
  if (after !== null && !cursor) notFound();
  const pageUrl = paths.section(slug, section.number);
  const [threads, onParagraphs, themes] = await Promise.all([
    listThreads(
      { strategyId: section.strategy.id, sectionId: section.id, paragraphId: paragraph, stance, theme },
      sort,
      cursor,
    ),
    countThreadsByParagraph(section.id),
    listThemes(),
  ]);
  const about = paragraph && (await getLastParagraphText(slug, paragraph));
  const refusal = whyCannotComment(section.strategy, new Date());
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
        {section.paragraphs.map(({ id, text, block, before, isNew }, index) => (
          <div key={id} id={`paragraph-${id}`}>
            <ParagraphText slug={slug} text={text} block={block} />
            {isNew && <Tag tone="info">New in version {section.versionNumber}</Tag>}
            {before !== null && (
              <details>
                <summary className="link flex min-h-11 cursor-pointer items-center">
                  Changed in version {section.versionNumber}
                  <span className="sr-only">: paragraph {index + 1}</span>
                </summary>
                <TextDiff changes={diffText(before, text)} />
              </details>
            )}
            <ParagraphLinks
              name={`paragraph ${index + 1}`}
              comments={onParagraphs.get(id) ?? 0}
              readUrl={`${pageUrl}${threadListQueryString({ paragraph: id })}#comments-title`}
              writeUrl={
                refusal ? null : `${paths.write(slug, section.number)}${threadListQueryString({ paragraph: id })}`
              }
            />
          </div>
        ))}
      </div>
      <RemovedParagraphs slug={slug} version={section.versionNumber} paragraphs={section.removed} />
      {section.canChange && (
        <p className="measure mt-4 border-gold border-l-4 pl-4">What could change: {section.canChange}</p>
      )}
      <p className="mt-6">
        {refusal ? (
          <strong>{refusal}</strong>
        ) : (
          <ButtonLink href={paths.write(slug, section.number)}>Say what you think</ButtonLink>
        )}
      </p>
      <section aria-labelledby="comments-title" className="mt-10">
        <h2 id="comments-title" className="mb-2 text-2xl">
          Comments
        </h2>
        {about && (
          <blockquote className="measure my-4 border-gold border-l-4 pl-4">
            <p className="text-muted">
              {about.isRemoved
                ? "Only about this text, which is not in the latest version:"
                : "Only about this paragraph:"}
            </p>
            <p>{about.text}</p>
            <TextLink href={`${pageUrl}#comments-title`}>All comments on this section</TextLink>
          </blockquote>
        )}
        <ThreadFilterForm
          action={pageUrl}
          selected={{ ...parsed.data, section: null, q: null }}
          themes={themes.map(({ id, name }) => ({ value: id, label: name }))}
          paragraph={about ? paragraph : undefined}
        />
        {threads.items.length === 0 && <p>{emptyMessage(after !== null, Boolean(stance || theme))}</p>}
        <ThreadList
          isOpen={!refusal}
          slug={slug}
          threads={threads.items}
          moreUrl={threads.next && `${pageUrl}${threadListQueryString({ ...parsed.data, after: threads.next })}`}
        />
        <p className="mt-6 flex flex-wrap gap-x-6">
          <TextLink href={paths.comments(slug)}>Search all comments on this strategy</TextLink>
          <TextLink href={`${paths.follows}?strategy=${slug}&section=${section.number}`}>
            Follow this section by weekly email
          </TextLink>
        </p>
      </section>
    </Page>
  );
}

/** Paragraphs that the newest version removed from this section, with links to the comments on them. */
function RemovedParagraphs({
  slug,
  version,
  paragraphs,
}: {
  slug: string;
  version: number;
  paragraphs: { id: string; text: string }[];
}) {
  if (paragraphs.length === 0) return null;
  return (
    <details className="mt-6">
      <summary className="link flex min-h-11 cursor-pointer items-center">What version {version} took out here</summary>
      {paragraphs.map(({ id, text }) => (
        <p key={id} className="mt-2 whitespace-pre-line break-words text-muted">
          <del>{text}</del>
        </p>
      ))}
      <TextLink href={`${paths.version(slug, version)}#removed`}>Where to find these threads now</TextLink>
    </details>
  );
}

/** For a section that the newest version does not have: links to its text and to the comments on it. */
async function RemovedSection({ slug, number }: { slug: string; number: number }) {
  const removed = await getRemovedSection(slug, number);
  if (!removed) notFound();
  return (
    <Page title={removed.title} lead="This section is not in the latest version.">
      <ul className="space-y-2">
        <li>
          <TextLink href={`${paths.version(slug, removed.version)}#part-${number}`}>
            Read it in version {removed.version}
          </TextLink>
        </li>
        {removed.movedTo !== null && (
          <li>
            <TextLink href={`${paths.section(slug, removed.movedTo)}#comments-title`}>
              Threads about it are now in section {removed.movedTo}
            </TextLink>
          </li>
        )}
      </ul>
    </Page>
  );
}

function emptyMessage(isFurtherOn: boolean, isChoice: boolean): string {
  if (isFurtherOn) return "There are no more comments.";
  return isChoice ? "There are no comments that match." : "There are no comments yet. You can be the first.";
}

type LinksProps = { name: string; comments: number; readUrl: string; writeUrl: string | null };

/** Links to the comments on a paragraph, and to write one. */
function ParagraphLinks({ name, comments, readUrl, writeUrl }: LinksProps) {
  return (
    <p className="flex flex-wrap gap-x-5 text-base">
      {comments > 0 && (
        <TextLink href={readUrl}>
          {countLabel(comments, "comment")}
          <span className="sr-only"> on {name}</span>
        </TextLink>
      )}
      {writeUrl && (
        <TextLink href={writeUrl}>
          Comment on this<span className="sr-only">: {name}</span>
        </TextLink>
      )}
    </p>
  );
}
