import { paths } from "@/lib/routes";

/** The header by which a browser drops the pages of ours that it would show again on the way back. */
export const clearsPages = { "clear-site-data": '"cache"' };

/**
 * A page between signing out and the page after it. A browser stores the page it comes from for the way back only once
 * this one is there: so its style sheet, which comes next, clears the store, and holds the page up until it has.
 * @param to where it leads at once, also without a script
 */
export const clearedPage = (to: string, linkText: string): Response =>
  new Response(
    `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>…</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${paths.clearPages}"><meta http-equiv="refresh" content="0;url=${to}"></head>
<body><p><a href="${to}" rel="noreferrer">${linkText}</a></p></body></html>
`,
    { headers: { "content-type": "text/html; charset=utf-8" } },
  );
