import { Receipt } from "@/components/comments/receipt";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fields";
import { ProofOfWorkNotice } from "@/components/forms/proof-of-work-notice";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { FormAction } from "@/lib/forms/form-state";
import { consentTexts, currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { paths } from "@/lib/routes";

type Props = {
  action: FormAction;
  slug: string;
  comment: string;
  /** Of somebody new only: the receipt is made from it. */
  formId: string | null;
};

/** The three answers. Somebody new reads first what we store, and afterwards gets a receipt. */
export function ReactionForm({ action, slug, comment, formId }: Props) {
  return (
    <ActionForm action={action} done={{ result: "receipt", content: <FirstReactionCounted slug={slug} /> }}>
      <HiddenField name="comment" value={comment} />
      {formId && <HiddenField name="formId" value={formId} />}
      <ProofOfWorkNotice subject="answer" returnUrl={paths.reactToComment(slug, comment)} />
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
    </ActionForm>
  );
}

function FirstReactionCounted({ slug }: { slug: string }) {
  return (
    <>
      <Callout tone="good" title="Your answer is counted">
        <p>It is in the totals that everyone sees from the next edition. Others never see who answered what.</p>
      </Callout>
      <Receipt purpose="go on where you stopped, and change your answers" />
      <p className="mt-8">
        <ButtonLink href={paths.react(slug)}>Next comment</ButtonLink>
      </p>
    </>
  );
}
