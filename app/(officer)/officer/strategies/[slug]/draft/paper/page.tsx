import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PaperSheet } from "@/components/strategies/paper-sheet";
import { requireAccount } from "@/lib/auth/require-person";
import { singleParams } from "@/lib/forms/query-params";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";

export const metadata: Metadata = { title: "A paper form" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ size?: string | string[] }> };

/** The paper form as everybody has it once the strategy is open, to be printed before. */
export default async function DraftPaperPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const draft = await getDraft(await requireAccount(paths.draftPaper(slug)), slug);
  if (!draft) notFound();
  const isLarge = singleParams(await searchParams).size === "large";
  const sections = draft.sections.map(({ title }, at) => ({ number: at + 1, title }));
  return (
    <PaperSheet
      areaName={draft.strategy.areaName}
      sections={sections}
      isLarge={isLarge}
      pageUrl={paths.draftPaper(slug)}
    />
  );
}
