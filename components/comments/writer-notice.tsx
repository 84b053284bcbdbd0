import { WhenResult } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Writer } from "@/lib/comments/submission.rules";
import { paths } from "@/lib/routes";

type Props = Pick<Writer, "kind" | "alias">;

/** As whom the form writes: on a shared computer it may be somebody else. Links to the button of SomebodyElse. */
export function WriterNotice({ kind, alias }: Props) {
  return (
    <p className="mb-6">
      <WriterText kind={kind} alias={alias} />
      {kind !== "visitor" && (
        <>
          {" "}
          <a className="link" href="#somebody-else">
            Not you?
          </a>
        </>
      )}
    </p>
  );
}

function WriterText({ kind, alias }: Props) {
  if (alias)
    return (
      <>
        You are writing as <strong>{alias}</strong>.
      </>
    );
  if (kind === "account") return "You are signed in. You get a new name here. Nobody can link it to your other names.";
  if (kind === "other-receipt") return "Your code is for another strategy. You get a new name and a new code here.";
  return "You are not signed in. You get a new name, and a code to come back with.";
}

/** A button for somebody who is not the person that is signed in. It comes after the form's own, which Enter presses. */
export function SomebodyElse({ kind, alias }: Props) {
  if (kind === "visitor") return null;
  return (
    <p id="somebody-else" className="mt-6">
      <span className="mb-2 block text-muted">
        {alias ? `Not ${alias}?` : "Is somebody else signed in here?"} We will sign them out and keep what you typed.
      </span>
      <Button kind="secondary" name="step" value="not-me">
        This is not me
      </Button>
    </p>
  );
}

/** Shown where the action found that the form was opened by somebody else than who is signed in now. */
export function WriterChangeNotice({ kind, alias, pageUrl }: Props & { pageUrl: string }) {
  return (
    <>
      <WhenResult name="isSignedOut">
        <Callout tone="warning" title="You have been signed out. Your comment is not sent yet">
          <p>
            <a className="link" href={paths.signInTo(pageUrl)}>
              Sign in
            </a>
            , or continue without an account. Your comment then appears under a new name, and you get a code to come
            back with.
          </p>
          <p>If you sign in, copy what you wrote first, unless you saved it as a draft.</p>
        </Callout>
      </WhenResult>
      <WhenResult name="isOtherWriter">
        <Callout tone="warning" title="Your comment is not sent yet">
          <p>
            You opened this form as somebody else, or before you signed in. <WriterText kind={kind} alias={alias} /> If
            that is right, send it.
          </p>
        </Callout>
      </WhenResult>
      <WhenResult name="hasSignedOut">
        <Callout tone="good" title="You are signed out">
          <p>What you typed is below. It appears under a new name, and you get a code to come back with.</p>
        </Callout>
      </WhenResult>
    </>
  );
}
