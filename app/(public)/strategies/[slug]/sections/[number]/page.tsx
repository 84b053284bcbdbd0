import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ThreadList } from "@/components/comments/thread-list";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { whyClosed } from "@/lib/comments/policy";
import { listThreads } from "@/lib/comments/queries";
import { cursor } from "@/lib/comments/schema";
import { paths } from "@/lib/paths";
import { getSection } from "@/lib/strategies/queries";

type Props = { params: Promise<{ slug: string; number: string }>; searchParams: Promise<{ after?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params;
  const section = await getSection(slug, Number(number));
  return { title: section ? `${section.title}: ${section.strategy.areaName}` : "Not found" };
}

export default async function SectionPage({ params, searchParams }: Props) {
  const { slug, number } = await params;
  const after = (await searchParams).after;
  const from = after === undefined ? null : cursor.safeParse(after);
  const section = await getSection(slug, Number(number));
  if (!section || from?.success === false) notFound();
  const here = paths.section(slug, section.number);
  const threads = await listThreads({ strategyId: section.strategy.id, sectionId: section.id }, from?.data ?? null);
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
        {section.paragraphs.map((paragraph) => (
          <p key={paragraph.id} id={`paragraph-${paragraph.id}`}>
            {paragraph.text}
          </p>
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
        {threads.items.length === 0 && (
          <p>{after ? "There are no more comments." : "Nobody has said anything here yet. You can be the first."}</p>
        )}
        <ThreadList slug={slug} threads={threads.items} more={threads.next && `${here}?after=${threads.next}`} />
      </section>
    </Page>
  );
}
