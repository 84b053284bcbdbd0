import { ResultHeading, UntilSubmitted, WhenResult } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/routes";

/** Where a form's draft belongs; null for somebody to whom we could not give it back. */
export type DraftTarget = { strategy: string; place: string } | null;

type Props = { target: DraftTarget; pageUrl: string };

/** A button that saves a draft, for those who are signed in; for others, what happens to their text until then. */
export function DraftControls({ target, pageUrl }: Props) {
  if (!target) {
    return (
      <p className="measure mt-4 text-muted">
        We do not save this until you send it. If you leave the page, you lose your text.{" "}
        <a className="link" href={paths.signInTo(pageUrl)}>
          Sign in first
        </a>{" "}
        if you want to write it in stages.
      </p>
    );
  }
  return (
    <div
      data-part="draft"
      data-address={paths.drafts}
      data-strategy={target.strategy}
      data-draft-place={target.place}
      className="mt-4"
    >
      <Button kind="secondary" name="step" value="save">
        Save as draft
      </Button>
      <p role="status" className="mt-2" />
      <p className="text-muted">
        We keep your draft for 30 days, locked so only you can read it. We save nothing on this device. Find it in “My
        comments”.
      </p>
    </div>
  );
}

/** Shown above a form whose draft was saved by the button: without scripts the page opens at its top. */
export function DraftSavedNotice() {
  return (
    <WhenResult name="isDraftSaved">
      <ResultHeading>Your draft is saved.</ResultHeading>
    </WhenResult>
  );
}

/** Shown above a form that goes on from a draft, until it is sent. */
export function DraftRestoredNotice() {
  return (
    <UntilSubmitted>
      <p className="mb-6 font-semibold">This is the draft you saved.</p>
    </UntilSubmitted>
  );
}
