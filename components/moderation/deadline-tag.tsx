import { Tag } from "@/components/ui/tag";
import { timeLeft } from "@/lib/moderation/queue/queue.rules";

/** The time left to decide a case. */
export function DeadlineTag({ dueAt }: { dueAt: Date }) {
  const { timeLeftText, isLate, isSoon } = timeLeft(dueAt, new Date());
  return (
    <time dateTime={dueAt.toISOString()}>
      <Tag tone={isLate ? "bad" : isSoon ? "warning" : "plain"}>{timeLeftText}</Tag>
    </time>
  );
}
