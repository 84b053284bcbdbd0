import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PosterSheet } from "@/components/strategies/poster-sheet";
import { requireAccount } from "@/lib/auth/require-person";
import { endOfDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";

export const metadata: Metadata = { title: "A poster" };

/** The poster as everybody has it once the strategy is open, to be printed before. */
export default async function DraftPosterPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const draft = await getDraft(await requireAccount(paths.draftPoster(slug)), slug);
  if (!draft) notFound();
  const { about, strategy } = draft;
  return (
    <PosterSheet id={slug} areaName={strategy.areaName} closesAt={about.closesOn ? endOfDay(about.closesOn) : null} />
  );
}
