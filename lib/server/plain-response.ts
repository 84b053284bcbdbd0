// Responses of routes that are not pages.

/** 404 as plain text. */
export const notFoundResponse = () => new Response("There is nothing at this address.\n", { status: 404 });

/** @param feed the XML of an Atom feed */
export const atomResponse = (feed: string) =>
  new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
