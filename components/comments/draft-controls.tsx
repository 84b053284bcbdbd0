import { Button } from "@/components/ui/button";
import { paths } from "@/lib/routes";

/** Where a form's draft is kept; null for somebody whom we could not give it back to. */
export type DraftTarget = { strategy: string; place: string } | null;

type Props = { target: DraftTarget; isSaved: boolean; pageUrl: string };

/** A button that keeps a draft, for those who are signed in; for others, what becomes of their words until then. */
export function DraftControls({ target, isSaved, pageUrl }: Props) {
  if (!target) {
    return (
      <p className="measure mt-4 text-muted">
        Until you send it, this is kept nowhere: leave the page, and your words are gone.{" "}
        <a className="link" href={`${paths.signIn}?to=${encodeURIComponent(pageUrl)}`}>
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
      <p role="status" className="mt-2">
        {isSaved && "Your draft is saved."}
      </p>
      <p className="text-muted">
        We keep a draft for 30 days, locked, and only for you. Nothing is kept on this device. You find it on “My
        comments”.
      </p>
    </div>
  );
}
