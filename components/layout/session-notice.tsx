import { durationText } from "@/lib/people/privacy/retention.rules";
import { paths } from "@/lib/routes";

/** In milliseconds. `left`: how long the session lasts at least, if nothing comes after this page. */
type Limits = { idle: number; absolute: number; left: number };

/**
 * How long somebody stays signed in, on each page that is made for them. A script warns two minutes before their time is
 * up, and lets them stay (browser/session-warning.ts).
 */
export function SessionNotice({ idle, absolute, left }: Limits) {
  return (
    <aside
      aria-label="How long you stay signed in"
      data-part="session"
      data-address={paths.session}
      data-left={left}
      className="shell print:hidden"
    >
      <p className="measure mb-6 text-muted">
        To keep you safe, we sign you out {durationText(idle)} after you last typed or opened a page, and{" "}
        {durationText(absolute)} after you signed in. If you were writing, sign in again to get your text back.
      </p>
      <script src="/browser/session-warning.js" defer />
    </aside>
  );
}
