import { Fragment, type ReactNode } from "react";
import { AnswersSection } from "@/components/answers/answers-section";
import { LocalFacts } from "@/components/areas/local-facts";
import { answersTo, type BoardPaperProps, firstPaperParts } from "@/components/summaries/board-paper";
import type { SummaryPartId } from "@/components/summaries/summary-part";
import { SummaryParts } from "@/components/summaries/summary-parts";
import {
  type BriefingRemarks,
  partsInOrder,
  type RemarkPlace,
  remarksNotice,
} from "@/lib/summaries/briefings/briefing.rules";
import type { PaperPart } from "@/lib/summaries/overview/paper-parts.rules";

type Content = Omit<BoardPaperProps, "back" | "docx">;
type Props = {
  /** `bodyTitle`: of the body whose officers wrote it. */
  briefing: { bodyTitle: string; parts: readonly string[]; remarks: BriefingRemarks };
  content: Content;
};

/** The parts of a summary's pages behind the first, by their names in a paper. */
const annexes: Partial<Record<PaperPart, SummaryPartId>> = {
  allComments: "counts",
  opinionGroups: "opinion",
  allPeople: "coverage",
  allQuotations: "quotations",
  responses: "responses",
  moderation: "moderation",
};

/** The chosen parts of a summary, with what officers wrote before them. */
export function Briefing({ briefing, content }: Props) {
  const remarks = (place: RemarkPlace) => <OfficersRemarks body={briefing.bodyTitle} text={briefing.remarks[place]} />;
  return (
    <div className="board-paper">
      {remarks("start")}
      {partsInOrder(briefing.parts).map((part) => (
        <Fragment key={part}>
          {remarks(part)}
          {partContent(part, content)}
        </Fragment>
      ))}
      {remarks("end")}
    </div>
  );
}

/** A part of the paper, for each strategy. */
function partContent(part: PaperPart, { name, subject = null, frontPages, answers, facts }: Content): ReactNode {
  if (part === "area") return facts && <LocalFacts name={name} {...facts} />;
  if (part === "allAnswers") return answers.map((section) => <AnswersSection key={section.slug} {...section} />);
  const annex = annexes[part];
  return frontPages.map((frontPage) => {
    const { summary } = frontPage;
    if (annex)
      return <SummaryParts key={summary.strategy.id} name={name} subject={subject} summary={summary} only={[annex]} />;
    const about = subject?.about ?? null;
    const parts: Partial<Record<PaperPart, ReactNode>> = firstPaperParts({
      ...{ name, about, frontPage },
      answers: answersTo(frontPage, answers),
    });
    return <Fragment key={summary.strategy.id}>{parts[part]}</Fragment>;
  });
}

function OfficersRemarks({ body, text }: { body: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <aside className="measure mt-8 border-brand border-l-4 pl-4 print:mt-3">
      <p className="text-muted text-sm">{remarksNotice(body)}</p>
      <p className="whitespace-pre-wrap break-remarks" dir="auto">
        {text}
      </p>
    </aside>
  );
}
