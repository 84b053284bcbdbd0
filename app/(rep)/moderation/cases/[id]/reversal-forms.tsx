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
            Was this wrong?
          </h2>
          <p className="mb-3">
            You can take your decision back until the next edition. The case waits for a rep again, and the record shows
            both.
          </p>
          <ActionButton id="take-back" action={submitTakeBack.bind(null, { id })}>
            Take it back
          </ActionButton>
        </section>
      )}
      {whyCannotTakeBack && <Callout>You can no longer take this back. {whyCannotTakeBack}</Callout>}
      {canReopen && (
        <details className="mb-6">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">Open this case again</summary>
          <ActionForm id="reopen" action={submitReopening.bind(null, { id })} className="mt-3">
            <p className="mb-4">
              A rep decides again, and not the one who decided. A published comment stays where it is until then. Any
              other waits, and its author is told.
            </p>
            <Select
              name="reason"
              label="Reason"
              hint="What is right or wrong with the comment."
              emptyLabel="Choose a reason"
              options={reasons}
            />
            <TextArea name="note" label="A private note" hint="Only reps see it." rows={2} />
            <Button kind="secondary">Open it again</Button>
          </ActionForm>
        </details>
      )}
    </>
  );
}
