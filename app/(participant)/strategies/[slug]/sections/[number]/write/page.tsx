import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentForm } from "@/components/comments/comment-form";
import { Page } from "@/components/ui/page";
import { listDistrictsOf, listSectors, listThemes } from "@/lib/areas/queries";
import { whyClosed } from "@/lib/comments/policy";
import { longestComment } from "@/lib/comments/schema";
import { paths } from "@/lib/paths";
import { newFormId } from "@/lib/secrets";
import { getSection } from "@/lib/strategies/queries";
import { sendComment } from "./actions";

export const metadata: Metadata = { title: "Write a comment" };

type Props = {
  params: Promise<{ slug: string; number: string }>;
  searchParams: Promise<{ paragraph?: string | string[] }>;
};

export default async function WritePage({ params, searchParams }: Props) {
  const { slug, number } = await params;
  const { paragraph } = await searchParams;
  const section = await getSection(slug, Number(number));
  if (!section) notFound();
  const about = section.paragraphs.find(({ id }) => id === paragraph);
  if (paragraph && !about) notFound();
  const closed = whyClosed(section.strategy, new Date());
  if (closed) {
    return (
      <Page title={closed}>
        <a className="link" href={paths.section(slug, section.number)}>
          Go back to “{section.title}”
        </a>
      </Page>
    );
  }
  const [themes, districts, sectors] = await Promise.all([listThemes(), listDistrictsOf(slug), listSectors()]);
  const options = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page title={`What should “${section.title}” do for your work?`} lead={section.summary}>
      {about && (
        <blockquote className="mb-6 border-gold border-l-4 pl-4">
          <p className="text-muted">You comment on this paragraph:</p>
          <p>{about.text}</p>
        </blockquote>
      )}
      <CommentForm
        action={sendComment.bind(null, slug, section.number)}
        versionId={section.versionId}
        formId={newFormId()}
        longest={longestComment}
        textLabel="Your comment"
        paragraph={about?.id}
        choices={{ themes: options(themes), districts: options(districts), sectors: options(sectors) }}
      />
    </Page>
  );
}
