import type { CountsPart } from "@/lib/summaries/counts.schema";
import { listCitedCommentIds } from "@/lib/summaries/opinion/opinion.schema";
import { quotationText } from "@/lib/summaries/quotations/quotation.schema";
import {
  filterOpinionBySubject,
  type findSubjectCounts,
  type SubjectFilter,
} from "@/lib/summaries/subject-filter.rules";
import type { CitedComment, CountRow, LepSummary, RankedComment } from "@/lib/summaries/summary.rules";
import type { SummaryParts } from "@/lib/summaries/summary-part.schema";

type VersionedComment = CitedComment & { version: number };
type CountSources = {
  tallies: { dimension: string; key: string; comments: number; threads: number }[];
  part: CountsPart | undefined;
};
type Dimension = "theme" | "section" | "foundation";

/** One theme, section or foundation: comments from the tallies, reactions from the part. */
export function toCountRow(
  { tallies, part }: CountSources,
  dimension: Dimension,
  name: { id: string; name: string; number: number | null },
): CountRow {
  const tallyRow = tallies.find((tally) => tally.dimension === dimension && tally.key === name.id);
  const reactions = part?.groups.find((group) => group.by === dimension && group.key === name.id);
  return {
    ...name,
    comments: tallyRow?.comments ?? 0,
    threads: tallyRow?.threads ?? 0,
    agrees: reactions?.agrees ?? 0,
    disagrees: reactions?.disagrees ?? 0,
    passes: reactions?.passes ?? 0,
  };
}

export function strategyTotals({ tallies, part }: CountSources, waiting: number) {
  const all = tallies.find(({ dimension }) => dimension === "all");
  const group = part?.groups.find(({ by }) => by === "all");
  const reactions = group && { agrees: group.agrees, disagrees: group.disagrees, passes: group.passes };
  const { comments = 0, threads = 0 } = all ?? {};
  return { comments, threads, waiting, reactions: reactions ?? null };
}

/** Of a subject: as the job counted it, for a comment may have several of its themes. */
export function subjectTotals(about: ReturnType<typeof findSubjectCounts>) {
  if (!about) return { comments: 0, threads: 0, waiting: null, reactions: null };
  const { comments, threads, agrees, disagrees, passes } = about;
  return { comments, threads, waiting: null, reactions: { agrees, disagrees, passes } };
}

/** Every comment that these parts speak of. */
export function listCitedIds({ counts, opinion, quotations, campaigns }: SummaryParts): string[] {
  const rows = [
    ...(counts?.content.supported ?? []),
    ...(counts?.content.disputed ?? []),
    ...(campaigns?.content ?? []),
  ];
  const citedQuotations = quotations?.content.flatMap((theme) => theme.quotations) ?? [];
  return [
    ...[...rows, ...citedQuotations].map(({ comment }) => comment),
    ...(opinion ? listCitedCommentIds(opinion.content) : []),
  ];
}

export function withCitations(
  rows: CountsPart["supported"] = [],
  comments: Map<string, VersionedComment>,
): RankedComment[] {
  return rows.flatMap((rating) => {
    const citation = comments.get(rating.comment);
    return citation ? [{ ...rating, citation }] : [];
  });
}

/** The parts with their comments as they read now; what is no longer published is left out. */
export function assembleParts(
  { opinion, quotations, campaigns, moderation }: SummaryParts,
  comments: Map<string, VersionedComment>,
  themes: Map<string, string>,
  subject: SubjectFilter | null,
): Pick<LepSummary, "opinion" | "quotations" | "campaigns" | "moderation"> {
  const isAbout = (id: string) =>
    !subject || (comments.get(id)?.themeIds ?? []).some((theme) => subject.themes.includes(theme));
  const themeQuotations = quotations?.content.map(({ theme, quotations: stored }) => ({
    id: theme,
    name: themes.get(theme) ?? theme,
    quotations: stored.flatMap((quotation) => {
      const citation = comments.get(quotation.comment);
      const text = quotationText(quotation, citation);
      const { group, minority, start, end } = quotation;
      return citation && text ? [{ text, group, minority, start, end, citation }] : [];
    }),
  }));
  const citedCampaigns = campaigns?.content.flatMap((campaign) => {
    const citation = comments.get(campaign.comment);
    return citation && isAbout(campaign.comment) ? [{ ...campaign, citation }] : [];
  });
  return {
    opinion: opinion
      ? {
          day: opinion.day,
          content: subject ? filterOpinionBySubject(opinion.content, isAbout) : opinion.content,
          comments,
        }
      : null,
    quotations: quotations ? { day: quotations.day, themes: themeQuotations ?? [] } : null,
    campaigns: campaigns ? { day: campaigns.day, campaigns: citedCampaigns ?? [] } : null,
    moderation: moderation ?? null,
  };
}
