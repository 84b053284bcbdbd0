import { Tag } from "@/components/ui/tag";
import { timeLeft } from "@/lib/moderation/queue/queue.rules";

/** How long there is to decide. */
export function Clock({ dueAt }: { dueAt: Date }) {
  const { words, isLate, isSoon } = timeLeft(dueAt, new Date());
  return (
    <time dateTime={dueAt.toISOString()}>
      <Tag tone={isLate ? "bad" : isSoon ? "warning" : "plain"}>{words}</Tag>
    </time>
  );
}
