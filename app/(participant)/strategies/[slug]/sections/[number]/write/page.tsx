import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentForm } from "@/components/comments/comment-form";
import { Page } from "@/components/ui/page";
import { listSectors, listThemes } from "@/lib/areas/reference-data.queries";
import { sortLikelyFirst } from "@/lib/areas/theme.rules";
import { getPerson } from "@/lib/auth/current-session";
import { maxCommentLength } from "@/lib/comments/comment.schema";
import { getDraft } from "@/lib/comments/drafts/draft.queries";
import { formatDraftPlace } from "@/lib/comments/drafts/draft.rules";
import { draftFormValues } from "@/lib/comments/drafts/draft.schema";
import { getWriter } from "@/lib/comments/writer.queries";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { newFormId } from "@/lib/security/encryption";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { isPostModerated, listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import { checkComment } from "./actions";
import { findCommentPlace } from "./comment-place";
import { PlaceNotice } from "./place-notice";
import { ClosedNotice, RemovedSectionNotice } from "./refusals";

export const metadata: Metadata = { title: "Write a comment" };

type Props = {
  params: Promise<{ slug: string; number: string }>;
  searchParams: Promise<{ paragraph?: string | string[] }>;
};

/**
 * In every state the form is at the same place in the page: React gives what was typed back only there, and a strategy
 * may close, or a new version move things, while somebody writes.
 */
export default async function WritePage({ params, searchParams }: Props) {
  const { slug, number } = await params;
  const { paragraph: paragraphId } = await searchParams;
  if (Array.isArray(paragraphId)) notFound();
  const [person, place] = [await getPerson(), await findCommentPlace(slug, Number(number), paragraphId ?? null)];
  if (!place) notFound();
  const { section, paragraph, requested } = place;
  const strategyRefusal = section && whyCannotComment(section.strategy, new Date());
  const draftPlace = { number: requested.number, paragraph: requested.paragraph };
  const [themes, districts, sectors, draft, isPublishedFirst, writer] = await Promise.all([
    listThemes(),
    listStrategyDistricts(slug),
    listSectors(),
    getDraft(person, slug, draftPlace),
    isPostModerated(slug),
    getWriter(person, slug),
  ]);
  const likelyHere = [...(section?.themes.map(({ id }) => id) ?? []), section?.foundationId ?? ""];
  const target = section?.number ?? requested.number;
  const options = (items: { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  const refusal = !section ? (
    <RemovedSectionNotice slug={slug} title={place.removedTitle} />
  ) : strategyRefusal ? (
    <ClosedNotice strategy={section.strategy} backUrl={paths.section(slug, target)} backLabel={section.title} />
  ) : null;
  return (
    <Page
      dense
      title={
        section && !strategyRefusal
          ? `What do you think about “${section.title}”?`
          : (strategyRefusal ?? "This section is no longer in the strategy")
      }
      lead={section && !strategyRefusal ? section.summary : undefined}
    >
      <PlaceNotice {...place} />
      <CommentForm
        action={checkComment.bind(null, { slug, number: target })}
        submitUrl={paths.sendComment(slug, target)}
        versionId={section?.versionId ?? ""}
        formId={newFormId()}
        maxLength={maxCommentLength}
        textLabel="Your comment"
        isPublishedFirst={isPublishedFirst}
        paragraph={paragraph?.isCurrent ? paragraph.id : undefined}
        writer={writer}
        refusal={refusal}
        draft={needsReceipt(person, slug) ? null : { strategy: slug, place: formatDraftPlace(draftPlace) }}
        savedValues={draftFormValues(draft)}
        pageUrl={paths.writeOn(slug, requested.number, requested.paragraph)}
        options={{
          themes: options(sortLikelyFirst(themes, likelyHere)),
          districts: options(districts),
          sectors: options(sectors),
        }}
      />
    </Page>
  );
}
