import { formatDay } from "@/lib/dates";

type Props = { text: string; answer: string | null; openedAt: Date; dueAt: Date; answeredAt: Date | null };

/** A complaint as its author sees it: their words, the clock, the answer. */
export function ComplaintCard({ text, answer, openedAt, dueAt, answeredAt }: Props) {
  const isOverdue = !answeredAt && dueAt < new Date();
  return (
    <article className="border-line border-t py-4">
      <h3 className="mb-1 text-xl">Of {formatDay(openedAt)}</h3>
      <p className="measure mb-3 whitespace-pre-wrap break-words" dir="auto">
        {text}
      </p>
      {answeredAt ? (
        <>
          <p className="font-semibold">Answered on {formatDay(answeredAt)}:</p>
          <p className="measure whitespace-pre-wrap break-words">{answer}</p>
        </>
      ) : (
        <p className="font-semibold">
          {isOverdue
            ? `We should have answered by ${formatDay(dueAt)}, and have not. You may now go to the Information Commissioner.`
            : `We have it. We must answer by ${formatDay(dueAt)}.`}
        </p>
      )}
    </article>
  );
}
