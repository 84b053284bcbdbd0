import { TextLink } from "@/components/ui/text-link";
import { sourcePath } from "@/lib/answers/answer.rules";
import { countLabel } from "@/lib/numbers";
import type { AnswerSourceKind } from "@/prisma/generated/enums";

type Source = { kind: AnswerSourceKind; id: string; strategyId: string; comments: number };

/** For readers of an answer: a link to what it is about. */
export function SourceLink({ kind, id, strategyId, comments, title }: Source & { title: string }) {
  return (
    <TextLink href={sourcePath(kind, strategyId, id)}>
      {comments === 0 ? "Read the comments" : `Read ${countLabel(comments, "comment")}`}
      <span className="sr-only">: {title}</span>
    </TextLink>
  );
}

/** For officers: what an answer is about. */
export function OfficerSourceLinks({ kind, id, strategyId, comments }: Source) {
  return (
    <p className="mb-6 flex flex-wrap gap-x-6">
      <TextLink href={sourcePath(kind, strategyId, id)}>
        {kind === "response" ? "Read the response" : `Read the ${countLabel(comments, "comment")}`}
      </TextLink>
    </p>
  );
}
