import { ButtonLink } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/dates";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import type { OwnDecision } from "@/lib/moderation/queue/queue-figures.queries";
import type { QueueFilter } from "@/lib/moderation/queue/queue-filter.schema";
import { paths } from "@/lib/routes";
import { queueUrl } from "./queue-filters";

type Props = { decisions: OwnDecision[]; next: string | null; filter: QueueFilter };

/** A rep's own decisions, newest first. */
export function OwnDecisions({ decisions, next, filter }: Props) {
  if (decisions.length === 0) return <p>You have not decided on a comment yet.</p>;
  return (
    <>
      <Table
        caption="Your decisions, newest first"
        showCaption={false}
        head={["Comment", "Area", "Decision", "Reason", "Day"]}
        rows={decisions.map(({ id, caseId, alias, sectionTitle, areaName, action, reason, decidedAt }) => [
          <TextLink key={id} href={paths.case(caseId)}>
            {alias} on “{sectionTitle}”
          </TextLink>,
          areaName,
          actionText[action].done,
          findReason(reason, null)?.title ?? "",
          formatDay(decidedAt),
        ])}
      />
      {next && (
        <ButtonLink kind="secondary" href={queueUrl({ ...filter, after: next })}>
          Load more
        </ButtonLink>
      )}
    </>
  );
}
