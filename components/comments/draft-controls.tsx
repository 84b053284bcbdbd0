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
        Until you send it, this is kept nowhere: leave the page, and your words are gone.{" "}
        <a className="link" href={paths.signInTo(pageUrl)}>
          Sign in first
        </a>{" "}
        if you want to write some now and some later.
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
        Save it as a draft
      </Button>
      <p role="status" className="mt-2" />
      <p className="text-muted">
        We keep a draft for 30 days, locked, and only for you. Nothing is kept on this device. You find it on “My
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
      <p className="mb-6 font-semibold">Here is your draft, as you left it.</p>
    </UntilSubmitted>
  );
}
