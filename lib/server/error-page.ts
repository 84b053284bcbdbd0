import type { Exchange } from "@/lib/server/context";
import type { Outage } from "@/lib/server/database-outage";
import { scriptlessHeaders } from "@/lib/server/security-headers";

const messages = {
  400: { title: "We did not understand your request", text: "Check the address, or start again from the home page." },
  403: {
    title: "We did not do this",
    text: "The request did not come from one of our pages, so we did not change anything. Go to the page itself and try again there.",
  },
  translated: {
    title: "Open the original page to send this",
    text: "You are using a translation service. We do not accept anything sent through one, because it could identify you. Nothing was sent. Your text is below. Copy it, open the original page and paste it there.",
  },
  408: { title: "This took too long", text: "We stopped waiting for the rest of your request. Try again." },
  405: { title: "This does not work here", text: "You cannot use this address in this way." },
  409: {
    title: "This page has changed",
    text: "We updated it while you had it open, so we could not accept what you sent. If you typed something, use the back button and copy it. Then reload the page and send it again.",
  },
  411: { title: "We could not accept this", text: "The request did not give its length." },
  413: {
    title: "This is too long",
    text: "What you sent is too long, so we did not save it. Use the back button: your text should still be there. Make it shorter, or choose a smaller file, then send it again.",
  },
  414: { title: "The address is too long", text: "Check the address, or start again from the home page." },
  415: { title: "We could not accept this", text: "We cannot read the format of the request." },
  429: {
    title: "You have searched or downloaded a lot",
    text: "Others on your network may have too. Wait a few minutes, then try again.",
  },
  431: {
    title: "Your browser sent too much",
    text: "Delete the cookies that your browser stores for this website, then try again.",
  },
  500: { title: "Something went wrong", text: "This is our fault, not yours. Wait a minute, then try again." },
  busy: {
    title: "Sorry, too many people are using the service",
    text: "Wait a minute, then try again. Nothing you sent before is lost.",
  },
  unreachable: {
    title: "Sorry, the service is not working",
    text: "We cannot reach our database. Everything we confirmed is safe. If you have just sent something, wait a minute, then send it again. Sending it twice does no harm.",
  },
  "disk-full": {
    title: "Sorry, we cannot save anything at the moment",
    text: "Our storage is full. Everything we confirmed is safe. If you have just sent something, copy it and send it again later.",
  },
} satisfies Record<number | Outage | "translated" | "busy", { title: string; text: string }>;

export type ErrorPageKind = keyof typeof messages;

/** The page of an error. Its styles are in a file that the server has in memory; without them it reads as well. */
export function errorHtml(kind: ErrorPageKind, details = ""): string {
  const { title, text }: { title: string; text: string } = messages[kind];
  return `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${title} – At the Table</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/error.css"></head>
<body><header><a href="/">At the Table</a></header>
<main><h1>${title}</h1><p>${text}</p>${details}<p><a class="button" href="/">Go to the home page</a></p></main></body></html>
`;
}

/** Sends a page that needs nothing else to work. @param details HTML after its text */
export function sendErrorPage(exchange: Exchange, kind: ErrorPageKind, details = ""): void {
  const status = typeof kind === "number" ? kind : kind === "translated" ? 403 : 503;
  const body = Buffer.from(errorHtml(kind, details));
  const ownHeaders = [
    "Content-Type",
    "text/html; charset=utf-8",
    "Cache-Control",
    "no-store",
    "Content-Length",
    String(body.length),
  ];
  if (status === 503 || status === 429) ownHeaders.push("Retry-After", "60");
  exchange.res.writeHead(status, [...scriptlessHeaders(exchange), ...ownHeaders]);
  exchange.res.end(body);
}
