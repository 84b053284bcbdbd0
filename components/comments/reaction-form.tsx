"use client";

import { useActionState } from "react";
import { ProofOfWorkNotice } from "@/components/comments/proof-of-work-notice";
import { emptyReactionForm, type ReactionFormState } from "@/components/comments/reaction-form-state";
import { Receipt } from "@/components/comments/receipt";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { consentTexts, currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { paths } from "@/lib/routes";

type Props = {
  action: (state: ReactionFormState, form: FormData) => Promise<ReactionFormState>;
  slug: string;
  comment: string;
  /** There for somebody new: the form's own number, of which their receipt is made. */
  formId: string | null;
};

/** The three answers. Somebody new is told first what is kept, and is given their receipt after. */
export function ReactionForm({ action, slug, comment, formId }: Props) {
  const [state, post] = useActionState(action, emptyReactionForm);
  if (state.receipt) {
    return (
      <>
        <Callout tone="good" title="Your answer is counted">
          <p>Others never see who answered what.</p>
        </Callout>
        <Receipt receipt={state.receipt} purpose="go on where you stopped, and change your answers" />
        <p className="mt-8">
          <ButtonLink href={paths.react(slug)}>Next comment</ButtonLink>
        </p>
      </>
    );
  }
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={state.errors} />
      <input type="hidden" name="comment" value={comment} />
      {formId && <input type="hidden" name="formId" value={formId} />}
      {state.puzzle && (
        <ProofOfWorkNotice
          puzzle={state.puzzle}
          pressedValue={String(state.values.value ?? "")}
          returnUrl={paths.reactToComment(slug, comment)}
        />
      )}
      <p className="flex flex-wrap gap-3">
        <Button name="value" value="agree">
          Agree
        </Button>
        <Button name="value" value="disagree">
          Disagree
        </Button>
        <Button kind="secondary" name="value" value="pass">
          Pass: I can't say
        </Button>
      </p>
      {formId && (
        <p className="measure mt-4 text-muted">
          {consentTexts[currentConsentVersion].reaction} After the first one you get a code, so that each person is
          counted once and you can come back.
        </p>
      )}
    </form>
  );
}
