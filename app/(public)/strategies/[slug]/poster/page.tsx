import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClosedSheet } from "@/components/strategies/closed-sheet";
import { PosterSheet } from "@/components/strategies/poster-sheet";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";

export const metadata: Metadata = { title: "A poster" };

export default async function PosterPage({ params }: { params: Promise<{ slug: string }> }) {
  const strategy = await getStrategyOutline((await params).slug);
  if (!strategy) notFound();
  if (whyCannotComment(strategy, new Date())) return <ClosedSheet {...strategy} />;
  return <PosterSheet {...strategy} />;
}
