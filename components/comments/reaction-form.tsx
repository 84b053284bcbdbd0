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
          Pass: not sure
        </Button>
      </p>
      {formId && (
        <p className="measure mt-4 text-muted">
          {consentTexts[currentConsentVersion].reaction} After your first reaction we give you a code, so we count each
          person once and you can come back.
        </p>
      )}
    </ActionForm>
  );
}

function FirstReactionCounted({ slug }: { slug: string }) {
  return (
    <>
      <Callout tone="good" title="Your reaction is counted">
        <p>We add it to the totals next time they are updated. Others never see who reacted or how.</p>
      </Callout>
      <Receipt purpose="carry on where you left off, and change your reactions" />
      <p className="mt-8">
        <ButtonLink href={paths.react(slug)}>Next comment</ButtonLink>
      </p>
    </>
  );
}
