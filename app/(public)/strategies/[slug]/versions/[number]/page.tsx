import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ParagraphText } from "@/components/strategies/paragraph-text";
import { TextDiff } from "@/components/strategies/text-diff";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { threadListQueryString } from "@/lib/comments/threads/thread-list.schema";
import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { diffText } from "@/lib/strategies/versions/text-diff";
import { getVersion, type VersionParagraphView, type VersionView } from "@/lib/strategies/versions/version.queries";

type Props = { params: Promise<{ slug: string; number: string }> };

export const metadata: Metadata = { title: "A version of the strategy" };

export default async function VersionPage({ params }: Props) {
  const { slug, number } = await params;
  const version = await getVersion(slug, Number(number));
  if (!version) notFound();
  const { strategy, title, note, publishedAt, isNewest, hasPreviousVersion, sections, removed } = version;
  return (
    <Page
      title={`Version ${version.number}: ${title}`}
      lead={`${strategy.areaName} ${strategy.kindName}, published on ${formatDay(publishedAt)}.`}
    >
      <Callout
        tone={isNewest ? "good" : "warning"}
        title={isNewest ? "This is the latest version" : "There is a newer version"}
      >
        <p>
          <a className="link" href={paths.strategy(slug)}>
            {isNewest ? "Comment on each section" : "Read and comment on the latest version"}
          </a>
        </p>
      </Callout>
      {note && (
        <p className="mb-6">
          <span className="font-semibold">What changed: </span>
          {note}
        </p>
      )}
      {sections.map((section) => (
        <section
          key={section.id}
          aria-labelledby={`part-${section.number}`}
          className="mt-10 border-line border-t pt-5"
        >
          <h2 id={`part-${section.number}`} className="mb-2 text-2xl">
            {section.title}
          </h2>
          <div className="space-y-4">
            {section.paragraphs.map((paragraph) => (
              <Paragraph
                key={paragraph.id}
                slug={slug}
                hasPreviousVersion={hasPreviousVersion}
                isNewest={isNewest}
                {...paragraph}
              />
            ))}
          </div>
        </section>
      ))}
      <RemovedParagraphs slug={slug} removed={removed} />
    </Page>
  );
}

type ParagraphProps = VersionParagraphView & { slug: string; hasPreviousVersion: boolean; isNewest: boolean };

function Paragraph({
  slug,
  id,
  text,
  block,
  before,
  isNew,
  newestVersion,
  threads,
  hasPreviousVersion,
  isNewest,
}: ParagraphProps) {
  return (
    <div id={`paragraph-${id}`}>
      <ParagraphText slug={slug} text={text} block={block} />
      {hasPreviousVersion && isNew && <Tag tone="info">New in this version</Tag>}
      {before !== null && (
        <details>
          <summary className="link flex min-h-11 cursor-pointer items-center">Changed in this version</summary>
          <TextDiff changes={diffText(before, text)} />
        </details>
      )}
      <p className="flex flex-wrap items-center gap-x-5 text-base text-muted">
        {!isNewest && newestVersion === null && <span>Removed since.</span>}
        {!isNewest && newestVersion !== null && (
          <TextLink href={`${paths.section(slug, newestVersion.section)}#paragraph-${id}`}>
            {newestVersion.isSame ? "Still in the latest version" : "See it in the latest version"}
          </TextLink>
        )}
        <Threads slug={slug} id={id} threads={threads} />
      </p>
    </div>
  );
}

function Threads({ slug, id, threads }: { slug: string; id: string; threads: VersionParagraphView["threads"] }) {
  if (!threads) return null;
  const href = `${paths.section(slug, threads.section)}${threadListQueryString({ paragraph: id })}#comments-title`;
  return (
    <TextLink href={href}>
      {countLabel(threads.count, "thread")} about it, now in section {threads.section}
    </TextLink>
  );
}

function RemovedParagraphs({ slug, removed }: { slug: string; removed: VersionView["removed"] }) {
  if (removed.length === 0) return null;
  return (
    <section aria-labelledby="removed" className="mt-12 border-line border-t pt-5">
      <h2 id="removed" className="mb-2 text-2xl">
        What this version removed
      </h2>
      {removed.map(({ id, text, threads }) => (
        <div key={id} id={`paragraph-${id}`} className="mb-4">
          <p className="whitespace-pre-line break-words text-muted">
            <del>{text}</del>
          </p>
          <Threads slug={slug} id={id} threads={threads} />
        </div>
      ))}
    </section>
  );
}
