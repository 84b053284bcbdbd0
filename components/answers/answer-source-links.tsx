import { sourcePath } from "@/lib/answers/answer.rules";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { AnswerSourceKind } from "@/prisma/generated/enums";

type Props = { kind: AnswerSourceKind; id: string; strategyId: string; comments: number };

/** The way back to the desk, and to the comments that an answer is about. */
export function AnswerSourceLinks({ kind, id, strategyId, comments }: Props) {
  return (
    <p className="mb-6 flex flex-wrap gap-x-6">
      <a className="link inline-flex min-h-11 items-center" href={paths.officer}>
        Back to your desk
      </a>
      <a className="link inline-flex min-h-11 items-center" href={sourcePath(kind, strategyId, id)}>
        {kind === "response" ? "Read the response" : `Read the ${countLabel(comments, "comment")}`}
      </a>
    </p>
  );
}
