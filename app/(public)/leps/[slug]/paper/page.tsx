import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadLepPaper } from "@/app/(public)/leps/[slug]/lep-content";
import { BoardPaper } from "@/components/summaries/board-paper";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lep = await getLep((await params).slug);
  return { title: lep ? `${lep.name}: board paper` : "Not found" };
}

export default async function PaperPage({ params }: Props) {
  const lep = await getLep((await params).slug);
  if (!lep) notFound();
  return <BoardPaper back={paths.lep(lep.id)} docx={paths.lepPaperDocx(lep.id)} {...(await loadLepPaper(lep))} />;
}
