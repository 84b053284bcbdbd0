import { clearsPages } from "@/lib/cleared-page";

/** The style sheet of the pages after signing out: its header clears what the browser stored of our pages. */
export const GET = (): Response =>
  new Response("body{font-family:sans-serif}", { headers: { ...clearsPages, "content-type": "text/css" } });
