import { ResultData, WhenResult } from "@/components/forms/form-result";
import { Callout } from "@/components/ui/callout";
import { paths } from "@/lib/routes";

type Props = {
  /** What was not accepted yet. */
  subject: "answer" | "comment";
  /** The page to come back to for somebody who signs in instead. */
  returnUrl: string;
};

/**
 * Shown where the action asks for proof of work (lib/forms/puzzle-reply.ts): a script solves a puzzle and sends the form
 * again, while the person waits a moment. Names two ways round it.
 */
export function ProofOfWorkNotice({ subject, returnUrl }: Props) {
  return (
    <WhenResult name="puzzle">
      <ResultData attributes={{ "data-puzzle": "puzzle", "data-pressed-value": "pressedValue" }}>
        <input type="hidden" name="puzzle" />
        <Callout
          tone="warning"
          title={subject === "answer" ? "Your answer is not counted yet" : "Your comment is not sent yet"}
        >
          <p>
            Very many {subject}s come from your network just now, so we must make sure that no program sends them. We
            ask nothing about you.
          </p>
          <p role="status" />
          <noscript>
            <p>Your browser runs no scripts, so it cannot solve the small puzzle that we would give it.</p>
          </noscript>
          <p>
            If it does not go on by itself: wait a quarter of an hour and press again, or{" "}
            <a className="link" href={paths.signInTo(returnUrl)}>
              sign in by e-mail
            </a>
            . Then no puzzle is asked.{subject === "comment" && " Copy your words first: they are kept nowhere yet."}
          </p>
        </Callout>
        <script src="/browser/proof-of-work.js" defer />
      </ResultData>
    </WhenResult>
  );
}
