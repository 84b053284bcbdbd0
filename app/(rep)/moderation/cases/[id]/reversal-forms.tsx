import { ActionButton, ActionForm } from "@/components/forms/action-form";
import { type Option, Select, TextArea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { ReversalView } from "@/lib/moderation/decisions/reversal.queries";
import { submitReopening, submitTakeBack } from "./actions";

type Props = ReversalView & { id: string; reasons: Option[] };

/** What can be done about a decided case: take one's own decision back, or open another rep's again. */
export function ReversalForms({ id, canTakeBack, whyCannotTakeBack, canReopen, reasons }: Props) {
  return (
    <>
      {canTakeBack && (
        <section aria-labelledby="take-back-title" className="mb-6">
          <h2 id="take-back-title" className="mb-1 text-xl">
            Was this a mistake?
          </h2>
          <p className="mb-3">
            You can undo your decision until the next edition. The case goes back to the queue, and the record shows
            both.
          </p>
          <ActionButton id="take-back" action={submitTakeBack.bind(null, { id })}>
            Undo decision
          </ActionButton>
        </section>
      )}
      {whyCannotTakeBack && <Callout>You can no longer undo this. {whyCannotTakeBack}</Callout>}
      {canReopen && (
        <details className="mb-6">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">Reopen this case</summary>
          <ActionForm id="reopen" action={submitReopening.bind(null, { id })} className="mt-3">
            <p className="mb-4">
              A different rep must decide. A published comment stays up until then. Any other comment goes back to the
              queue, and we tell the author.
            </p>
            <Select
              name="reason"
              label="Reason"
              hint="What is right or wrong with the comment."
              emptyLabel="Choose a reason"
              options={reasons}
            />
            <TextArea name="note" label="Private note" hint="Only reps can see this." rows={2} />
            <Button kind="secondary">Reopen</Button>
          </ActionForm>
        </details>
      )}
    </>
  );
}
