import { leavePageUrl, paths } from "@/lib/routes";

/**
 * For somebody who is being watched: leaves the page and signs out. A plain link; its script leaves without a request to
 * us, removes our page from the browser's history, and also responds to Escape pressed three times.
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
