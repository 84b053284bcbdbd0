import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentForm } from "@/components/comments/comment-form";
import { Page } from "@/components/ui/page";
import { listSectors, listThemes } from "@/lib/areas/reference-data.queries";
import { getPerson } from "@/lib/auth/current-session";
import { maxCommentLength } from "@/lib/comments/comment.schema";
import { getDraft } from "@/lib/comments/drafts/draft.queries";
import { formatDraftPlace } from "@/lib/comments/drafts/draft.rules";
import { draftFormValues } from "@/lib/comments/drafts/draft.schema";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { newFormId } from "@/lib/security/encryption";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { isPostModerated, listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import { getSection } from "@/lib/strategies/versions/section.queries";
import { checkComment } from "./actions";

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
  const refusal = whyCannotComment(section.strategy, new Date());
  if (refusal) {
    return (
      <Page title={refusal}>
        <a className="link" href={paths.section(slug, section.number)}>
          Go back to “{section.title}”
        </a>
      </Page>
    );
  }
  const person = await getPerson();
  const place = { number: section.number, paragraph: about?.id ?? null };
  const [themes, districts, sectors, draft, isPublishedFirst] = await Promise.all([
    listThemes(),
    listStrategyDistricts(slug),
    listSectors(),
    getDraft(person, slug, place),
    isPostModerated(slug),
  ]);
  const pageUrl = `${paths.write(slug, section.number)}${about ? `?paragraph=${about.id}` : ""}`;
  const options = (items: { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page title={`What should “${section.title}” do for your work?`} lead={section.summary}>
      {about && (
        <blockquote className="mb-6 border-gold border-l-4 pl-4">
          <p className="text-muted">You comment on this paragraph:</p>
          <p>{about.text}</p>
        </blockquote>
      )}
      <CommentForm
        action={checkComment.bind(null, { slug, number: section.number })}
        submitUrl={paths.sendComment(slug, section.number)}
        versionId={section.versionId}
        formId={newFormId()}
        maxLength={maxCommentLength}
        textLabel="Your comment"
        isPublishedFirst={isPublishedFirst}
        paragraph={about?.id}
        draft={needsReceipt(person, slug) ? null : { strategy: slug, place: formatDraftPlace(place) }}
        savedValues={draftFormValues(draft)}
        pageUrl={pageUrl}
        options={{ themes: options(themes), districts: options(districts), sectors: options(sectors) }}
      />
    </Page>
  );
}
