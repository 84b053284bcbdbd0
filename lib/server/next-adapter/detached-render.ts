import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { anyBrowser } from "@/lib/server/next-adapter/request-headers";
import { type Captured, capture } from "@/lib/server/next-adapter/response-capture";

/** What answers a request: Next, or a stand-in in tests. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const longest = 30_000;

/**
 * Asks a handler for a page on nobody's behalf: without cookies or any header of a visitor's, so that nothing of
 * theirs can be in it, and whole even if they have gone.
 * @throws Error when the handler fails, or takes longer than 30 seconds
 */
export function renderDetached(handler: Handler, url: string, host: string): Promise<Captured> {
  const req = new IncomingMessage(new Socket());
  req.method = "GET";
  req.url = url;
  req.headers = { host, accept: "*/*", "user-agent": anyBrowser };
  req.complete = true;
  req.push(null);
  const res = new ServerResponse(req);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("A page took too long to render.")), longest);
    const onWhole = (captured: Captured) => {
      clearTimeout(timer);
      res.emit("finish");
      setImmediate(() => res.emit("close"));
      resolve(captured);
    };
    capture(res, { passes: () => false, onPass: () => {}, onWhole });
    handler(req, res).catch((error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
