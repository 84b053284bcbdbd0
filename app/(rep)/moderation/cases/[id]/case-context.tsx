import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/dates";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import type { CaseView } from "@/lib/moderation/queue/case.queries";
import { paths } from "@/lib/routes";

/** What the comment is about: its section, the paragraph, its thread and what it replies to. */
export function CaseContext(found: CaseView) {
  const { strategyId, sectionNumber, sectionTitle, threadId, isThreadPublic, paragraphText, parentText } = found;
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-5">
        <TextLink href={paths.section(strategyId, sectionNumber)}>Section: {sectionTitle}</TextLink>
        {isThreadPublic && <TextLink href={paths.thread(strategyId, threadId)}>The thread</TextLink>}
      </p>
      {paragraphText && <Quotation title="It is about this paragraph:" text={paragraphText} />}
      {parentText && <Quotation title="It is a reply to:" text={parentText} />}
    </>
  );
}

function Quotation({ title, text }: { title: string; text: string }) {
  return (
    <blockquote className="mb-4 border-line border-l-4 pl-4 text-muted">
      <p className="font-semibold">{title}</p>
      <p className="measure whitespace-pre-wrap break-words" dir="auto">
        {text}
      </p>
    </blockquote>
  );
}

/** What the author sent before, and what reps decided on other comments of the same alias. */
export function AliasHistory({ earlierTexts, aliasDecisions, alias }: CaseView) {
  return (
    <>
      {earlierTexts.length > 0 && (
        <details className="mb-4">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            What the author sent before
          </summary>
          {[...new Set(earlierTexts)].map((text) => (
            <p
              key={text}
              className="measure mt-2 whitespace-pre-wrap break-words border-line border-l-4 pl-4"
              dir="auto"
            >
              {text}
            </p>
          ))}
        </details>
      )}
      {aliasDecisions.length > 0 && (
        <details className="mb-4">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            Other decisions on comments by {alias} ({aliasDecisions.length})
          </summary>
          <ul className="mt-2">
            {aliasDecisions.map(({ caseId, action, reason, decidedAt, sectionTitle }) => (
              <li key={`${caseId} ${action} ${decidedAt.toISOString()}`} className="py-1">
                <TextLink href={paths.case(caseId)}>{sectionTitle}</TextLink>: {actionText[action].done},{" "}
                {formatDay(decidedAt)}
                {reason && `. ${findReason(reason, null)?.title ?? reason}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
