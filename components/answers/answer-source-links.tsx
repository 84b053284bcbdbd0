import { behindPoint } from "@/lib/answers/answer.rules";
import { countOf } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { PointKind } from "@/prisma/generated/enums";

type Props = { kind: PointKind; id: string; strategyId: string; comments: number };

/** The way back to the desk, and to the comments that an answer is about. */
export function PointBehind({ kind, id, strategyId, comments }: Props) {
  return (
    <p className="mb-6 flex flex-wrap gap-x-6">
      <a className="link inline-flex min-h-11 items-center" href={paths.officer}>
        Back to your desk
      </a>
      <a className="link inline-flex min-h-11 items-center" href={behindPoint(kind, strategyId, id)}>
        {kind === "response" ? "Read the response" : `Read the ${countOf(comments, "comment")}`}
      </a>
    </p>
  );
}
