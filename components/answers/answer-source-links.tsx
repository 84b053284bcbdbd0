import { TextLink } from "@/components/ui/text-link";
import { sourcePath } from "@/lib/answers/answer.rules";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { AnswerSourceKind } from "@/prisma/generated/enums";

type Props = { kind: AnswerSourceKind; id: string; strategyId: string; comments: number };

/** The way back to the desk, and to the comments that an answer is about. */
export function AnswerSourceLinks({ kind, id, strategyId, comments }: Props) {
  return (
    <p className="mb-6 flex flex-wrap gap-x-6">
      <TextLink href={paths.officer}>Back to your desk</TextLink>
      <TextLink href={sourcePath(kind, strategyId, id)}>
        {kind === "response" ? "Read the response" : `Read the ${countLabel(comments, "comment")}`}
      </TextLink>
    </p>
  );
}
