/**
 * A quick way out for somebody who is being watched. A plain link; the script also takes our page out of the
 * browser's history and answers to Escape pressed three times.
 */
export function LeaveButton() {
  return (
    <a
      id="leave"
      href="https://www.bbc.co.uk/weather"
      rel="noreferrer noopener"
      className="inline-flex min-h-11 items-center rounded-md bg-gold px-3 whitespace-nowrap sm:px-4 font-semibold text-on-gold no-underline hover:bg-gold-light"
    >
      Leave this page
    </a>
  );
}
