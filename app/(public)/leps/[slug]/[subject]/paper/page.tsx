import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findLepSubject, loadLepPaper } from "@/app/(public)/leps/[slug]/lep-content";
import { BoardPaper } from "@/components/summaries/board-paper";
import { paths } from "@/lib/routes";

type Props = { params: Promise<{ slug: string; subject: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findLepSubject(params);
  return { title: found ? `${found.lep.name}, ${found.subject.about}: board paper` : "Not found" };
}

export default async function SubjectPaperPage({ params }: Props) {
  const found = await findLepSubject(params);
  if (!found) notFound();
  const { lep, subject } = found;
  return (
    <BoardPaper
      docx={paths.lepSubjectPaperDocx(lep.id, subject.id)}
      back={paths.lepSubject(lep.id, subject.id)}
      {...(await loadLepPaper(lep, subject))}
    />
  );
}
