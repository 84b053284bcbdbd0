import { Callout } from "@/components/ui/callout";
import { paths } from "@/lib/routes";

type Props = {
  puzzle: string;
  /** What was pressed before the puzzle came. */
  answer: string;
  /** What waits: "answer" or "comment". */
  what?: "answer" | "comment";
  /** Where somebody comes back to who signs in instead. */
  back: string;
};

/** Asked for where a script may be answering: the browser works for a moment, the person does nothing. With two ways round. */
export function PuzzlePart({ puzzle, answer, what = "answer", back }: Props) {
  return (
    <div data-puzzle={puzzle} data-answer={answer}>
      <input type="hidden" name="puzzle" />
      <Callout
        tone="warning"
        title={what === "answer" ? "Your answer is not counted yet" : "Your comment is not sent yet"}
      >
        <p>
          Very many {what}s come from your network just now, so we must make sure that no program sends them. We ask
          nothing about you.
        </p>
        <p role="status" />
        <noscript>
          <p>Your browser runs no scripts, so it cannot solve the small puzzle that we would give it.</p>
        </noscript>
        <p>
          If it does not go on by itself: wait a quarter of an hour and press again, or{" "}
          <a className="link" href={`${paths.signIn}?to=${encodeURIComponent(back)}`}>
            sign in by e-mail
          </a>
          . Then no puzzle is asked.{what === "comment" && " Copy your words first: they are kept nowhere yet."}
        </p>
      </Callout>
      <script src="/browser/proof-of-work.js" defer />
    </div>
  );
}
