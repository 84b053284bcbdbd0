import type { IncomingMessage } from "node:http";
import { type CapturedResponse, type NextHandler, renderDetached } from "@/lib/server/next-adapter/next-request";

const errorBody = Buffer.from("Internal Server Error");

/** A page that failed while it was rendered: nothing to read, all of it left to a script. */
export const isEmptyShell = ({ status, headers, body }: CapturedResponse): boolean =>
  status >= 400 &&
  String(headers["content-type"]).startsWith("text/html") &&
  body.includes('<html id="__next_error__"');

/** What Next answers when a route or an action throws. */
export const isUnexplainedFailure = ({ status, body }: CapturedResponse): boolean =>
  status >= 500 && (body.length === 0 || body.equals(errorBody));

/** What Next's script reads: the result of an action, or the data of a page. A failure is a line in it. */
export const isForNextScript = ({ headers }: CapturedResponse): boolean =>
  String(headers["content-type"]).startsWith("text/x-component");

/**
 * An action that this build does not have: the page is from before an update, or the form was made up. Next's own
 * script, which names the action in a header, understands Next's answer.
 */
export const isUnknownAction = ({ headers }: CapturedResponse, req: Pick<IncomingMessage, "headers">): boolean =>
  headers["x-nextjs-action-not-found"] !== undefined && !req.headers["next-action"];

/** Our "not found" page, which Next renders for an address that no page has. */
export async function renderNotFoundPage(handler: NextHandler, host: string): Promise<CapturedResponse> {
  return { ...(await renderDetached(handler, "/nowhere", host)), status: 404 };
}
