import { Callout } from "@/components/ui/callout";
import { paths } from "@/lib/routes";

type Props = {
  puzzle: string;
  /** What was pressed before the puzzle came. */
  pressedValue: string;
  /** What waits: "answer" or "comment". */
  subject?: "answer" | "comment";
  /** Where somebody comes back to who signs in instead. */
  returnUrl: string;
};

/** Asked for where a script may be answering: the browser works for a moment, the person does nothing. With two ways round. */
export function ProofOfWorkNotice({ puzzle, pressedValue, subject = "answer", returnUrl }: Props) {
  return (
    <div data-puzzle={puzzle} data-pressed-value={pressedValue}>
      <input type="hidden" name="puzzle" />
      <Callout
        tone="warning"
        title={subject === "answer" ? "Your answer is not counted yet" : "Your comment is not sent yet"}
      >
        <p>
          Very many {subject}s come from your network just now, so we must make sure that no program sends them. We ask
          nothing about you.
        </p>
        <p role="status" />
        <noscript>
          <p>Your browser runs no scripts, so it cannot solve the small puzzle that we would give it.</p>
        </noscript>
        <p>
          If it does not go on by itself: wait a quarter of an hour and press again, or{" "}
          <a className="link" href={`${paths.signIn}?to=${encodeURIComponent(returnUrl)}`}>
            sign in by e-mail
          </a>
          . Then no puzzle is asked.{subject === "comment" && " Copy your words first: they are kept nowhere yet."}
        </p>
      </Callout>
      <script src="/browser/proof-of-work.js" defer />
    </div>
  );
}
