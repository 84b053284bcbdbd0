import { type RequestHandler, renderDetached } from "@/lib/server/next-adapter/detached-render";
import type { CapturedResponse } from "@/lib/server/next-adapter/response-capture";

/** Next's answer when a page gives up while it is drawn: nothing to read, all of it left to a script. */
export const isEmptyShell = ({ headers, body }: CapturedResponse): boolean =>
  String(headers["content-type"]).startsWith("text/html") && body.includes('<html id="__next_error__"');

/** The words of "not found", drawn by Next for an address that no page has. */
export async function renderNotFoundPage(handler: RequestHandler, host: string): Promise<CapturedResponse> {
  return { ...(await renderDetached(handler, "/nowhere", host)), status: 404 };
}
