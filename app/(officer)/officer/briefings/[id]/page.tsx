import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadLepPaper } from "@/app/(public)/leps/[slug]/lep-content";
import { Briefing } from "@/components/summaries/briefing";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";
import { getBriefing } from "@/lib/summaries/briefings/briefing.queries";
import { figuresText } from "@/lib/summaries/briefings/briefing.rules";

export const metadata: Metadata = { title: "A briefing" };

export default async function BriefingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.briefing(id));
  const briefing = await getBriefing(person, id);
  const lep = briefing && (await getLep(briefing.lepId));
  if (!briefing || !lep) notFound();
  const { title, isShared, bodyTitle, editedBy, editedOn } = briefing;
  return (
    <Page
      title={title}
      lead={`${lep.name}: what working people say. A briefing by officers of ${bodyTitle}. ${figuresText(new Date())}`}
      wide
    >
      <div className="print:hidden">
        <p className="text-muted">
          {isShared ? `All officers of ${bodyTitle} can see and change it.` : "Only you can see it."} Last changed on{" "}
          {formatDay(editedOn)} by {editedBy}. Print this page, or save it as a PDF, from your browser.
        </p>
        <p className="my-4 flex flex-wrap items-center gap-x-6 gap-y-2">
          <ButtonLink href={paths.editBriefing(id)}>Edit briefing</ButtonLink>
          <a className="link" href={paths.briefingDocx(id)}>
            Download for Word (DOCX)
          </a>
          <TextLink href={paths.briefings}>All briefings</TextLink>
        </p>
      </div>
      <Briefing briefing={briefing} content={await loadLepPaper(lep)} />
    </Page>
  );
}
