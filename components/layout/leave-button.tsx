import { leavePageUrl, paths } from "@/lib/routes";

/**
 * A quick way out for somebody who is being watched: away, and signed out. A plain link; the script goes without
 * asking us, takes our page out of the browser's history, and answers to Escape pressed three times.
 */
export function LeaveButton() {
  return (
    <a
      id="leave"
      href={paths.leave}
      data-to={leavePageUrl}
      data-sign-out={paths.signOut}
      rel="noreferrer noopener"
      className="inline-flex min-h-11 items-center rounded-md bg-gold px-3 whitespace-nowrap sm:px-4 font-semibold text-on-gold no-underline hover:bg-gold-light"
    >
      Leave this page
    </a>
  );
}
