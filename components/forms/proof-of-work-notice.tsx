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
          title={subject === "answer" ? "Your reaction is not counted yet" : "Your comment is not sent yet"}
        >
          <p>
            We are getting a lot of {subject}s from your network, so we need to check that they come from people. We do
            not ask anything about you.
          </p>
          <p role="status" />
          <noscript>
            <p>JavaScript is off in your browser, so it cannot solve the small puzzle we use to check.</p>
          </noscript>
          <p>
            If nothing happens, wait 15 minutes and try again, or{" "}
            <a className="link" href={paths.signInTo(returnUrl)}>
              sign in by email
            </a>
            . There is no puzzle if you sign in.
            {subject === "comment" && " Copy your text first, because we have not saved it."}
          </p>
        </Callout>
        <script src="/browser/proof-of-work.js" defer />
      </ResultData>
    </WhenResult>
  );
}
