import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClosedSheet } from "@/components/strategies/closed-sheet";
import { PaperSheet } from "@/components/strategies/paper-sheet";
import { singleParams } from "@/lib/forms/query-params";
import { paths } from "@/lib/routes";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";

export const metadata: Metadata = { title: "A paper form" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ size?: string | string[] }> };

export default async function PaperPage({ params, searchParams }: Props) {
  const strategy = await getStrategyOutline((await params).slug);
  if (!strategy) notFound();
  if (whyCannotComment(strategy, new Date())) return <ClosedSheet {...strategy} />;
  const isLarge = singleParams(await searchParams).size === "large";
  return <PaperSheet {...strategy} isLarge={isLarge} pageUrl={paths.paper(strategy.id)} />;
}
