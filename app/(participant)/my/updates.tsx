import { NoticeCard } from "@/components/comments/notice-card";
import { TextLink } from "@/components/ui/text-link";
import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import type { ParticipantAnswer } from "@/lib/answers/participant-answer.queries";
import { formatDay } from "@/lib/dates";
import type { OwnNotice } from "@/lib/moderation/decisions/own-notice.queries";
import { paths } from "@/lib/routes";

/** What is new: decisions first, then answers of the lead body. */
export function Updates({ notices, answers }: { notices: OwnNotice[]; answers: ParticipantAnswer[] }) {
  return (
    <>
      {notices.length > 0 && (
        <section aria-labelledby="new" className="mb-8">
          <h2 id="new" className="mb-3 text-2xl">
            New for you
          </h2>
          {notices.map((notice) => (
            <NoticeCard key={notice.id} {...notice} level="h3" />
          ))}
          <TextLink href={paths.notices}>All decisions</TextLink>
        </section>
      )}
      {answers.length > 0 && (
        <section aria-labelledby="answers" className="mb-8">
          <h2 id="answers" className="mb-3 text-2xl">
            Answers to what you raised
          </h2>
          <ul>
            {answers.map(({ id, strategyId, areaName, by, source, decision, week }) => (
              <li key={id} className="border-line border-t py-3">
                <TextLink className="break-words" href={paths.publishedAnswer(strategyId, id)}>
                  {source}
                </TextLink>
                <p>
                  {by} answers: <strong>{answerDecisionLabels[decision]}</strong>
                </p>
                <p className="text-muted">
                  {areaName} · Week of {formatDay(new Date(week))}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
