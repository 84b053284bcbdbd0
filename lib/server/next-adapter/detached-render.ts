import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { neutralUserAgent } from "@/lib/server/next-adapter/request-headers";
import { type CapturedResponse, captureResponse } from "@/lib/server/next-adapter/response-capture";

/** What answers a request: Next, or a stand-in in tests. */
export type RequestHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const renderTimeout = 30_000;

/**
 * Asks a handler for a page on nobody's behalf: without cookies or any header of a visitor's, so that nothing of
 * theirs can be in it, and whole even if they have gone.
 * @throws Error when the handler fails, or takes longer than 30 seconds
 */
export function renderDetached(handler: RequestHandler, url: string, host: string): Promise<CapturedResponse> {
  const req = new IncomingMessage(new Socket());
  req.method = "GET";
  req.url = url;
  req.headers = { host, accept: "*/*", "user-agent": neutralUserAgent };
  req.complete = true;
  req.push(null);
  const res = new ServerResponse(req);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("A page took too long to render.")), renderTimeout);
    const onComplete = (captured: CapturedResponse) => {
      clearTimeout(timer);
      res.emit("finish");
      setImmediate(() => res.emit("close"));
      resolve(captured);
    };
    captureResponse(res, { shouldPassThrough: () => false, onPassThrough: () => {}, onComplete });
    handler(req, res).catch((error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
