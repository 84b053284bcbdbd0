import { ActionButton } from "@/components/forms/action-form";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import type { RecentDecision } from "@/lib/moderation/decisions/reversal.queries";
import { paths } from "@/lib/routes";
import { submitTakeBack } from "./actions";

/** Confirms the decision that the rep has just made, and undoes it. @param decided the id of its case */
export function DecidedNote({ decided, recent }: { decided?: string; recent: RecentDecision[] }) {
  const found = recent.find(({ caseId }) => caseId === decided);
  if (!found) return null;
  return (
    <div role="status">
      <Callout tone="good" title={actionText[found.action].done}>
        <p>
          <TextLink href={paths.case(found.caseId)}>
            {found.alias} on “{found.sectionTitle}”
          </TextLink>
        </p>
        <ActionButton id="undo-last" action={submitTakeBack.bind(null, { id: found.caseId })}>
          Undo last decision
        </ActionButton>
      </Callout>
    </div>
  );
}
