import type { Exchange } from "@/lib/server/context";
import type { Outage } from "@/lib/server/database-outage";
import { scriptlessHeaders } from "@/lib/server/security-headers";

const messages = {
  400: { title: "We did not understand that", text: "Check the address, or start again from the first page." },
  403: {
    title: "We did not do that",
    text: "The request did not come from a page of ours, so nothing was changed. Go to the page itself and try again there.",
  },
  translated: {
    title: "Open the page itself to send this",
    text: "You are reading this through a translation service. We take nothing that is sent through one, because it can read who you are. Nothing was sent, and your words are below: copy them, open the page itself, and paste them there.",
  },
  405: { title: "That does not work here", text: "This address cannot be used in that way." },
  409: {
    title: "This page has changed",
    text: "We updated it while you had it open, so we could not take what you sent. If you typed something, press the back button and copy it. Then load the page again, and send it from there.",
  },
  411: { title: "We could not take that", text: "The request did not say how long it is." },
  413: {
    title: "That is too long",
    text: "What you sent is more than we can take, so it was not kept here. Press the back button: your words should still be there. Make them shorter, or choose a smaller file, then send again.",
  },
  414: { title: "That address is too long", text: "Check the address, or start again from the first page." },
  415: { title: "We could not take that", text: "The request was packed in a way that we do not read." },
  500: { title: "Something went wrong", text: "It is our fault, not yours. Wait a minute, then try again." },
  unreachable: {
    title: "We have to stop for a moment",
    text: "We cannot reach what we keep. Everything that we confirmed is safe. If you sent something just now, wait a minute, then send it again. Sending twice does no harm.",
  },
  "disk-full": {
    title: "We cannot keep anything just now",
    text: "There is no room left where we keep things. Everything that we confirmed is safe. If you sent something just now, copy it, and send it again later.",
  },
} satisfies Record<number | Outage | "translated", { title: string; text: string }>;

type ErrorPageKind = keyof typeof messages;

/** Sends a page that needs nothing else to work. @param details HTML after its text */
export function sendErrorPage(exchange: Exchange, kind: ErrorPageKind, details = ""): void {
  const { title, text }: { title: string; text: string } = messages[kind];
  const status = typeof kind === "number" ? kind : kind === "translated" ? 403 : 503;
  const body = Buffer.from(`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${title} – At the Table</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"></head>
<body><main><h1>${title}</h1><p>${text}</p>${details}<p><a href="/">At the Table: first page</a></p></main></body></html>
`);
  const ownHeaders = [
    "Content-Type",
    "text/html; charset=utf-8",
    "Cache-Control",
    "no-store",
    "Content-Length",
    String(body.length),
  ];
  if (status === 503) ownHeaders.push("Retry-After", "60");
  exchange.res.writeHead(status, [...scriptlessHeaders(exchange), ...ownHeaders]);
  exchange.res.end(body);
}
