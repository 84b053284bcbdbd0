import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type LoadBalancer = { port: number; stop: () => Promise<void> };

/** A proxy as operators have one: each request goes to the next of the ports that takes it, with the client's address. */
export async function startLoadBalancer(ports: () => number[]): Promise<LoadBalancer> {
  let next = 0;
  const server = createServer((req, res) => {
    const all = ports();
    const from = next++;
    forward(
      req,
      res,
      all.map((_, at) => all[(from + at) % all.length] ?? 0),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Tries the ports in turn. What was sent to one that took it is not sent again: it may have been done. */
function forward(req: IncomingMessage, res: ServerResponse, [port, ...others]: number[]): void {
  if (port === undefined) return void res.writeHead(502).end("Nobody is there.\n");
  const { method, url: path, headers } = req;
  const address = headers["x-forwarded-for"] ?? req.socket.remoteAddress ?? "";
  const upstream = request({
    host: "127.0.0.1",
    port,
    method,
    path,
    headers: { ...headers, "x-forwarded-for": address },
  });
  let isConnected = false;
  upstream.on("socket", (socket) =>
    socket.once("connect", () => {
      isConnected = true;
      req.pipe(upstream);
    }),
  );
  upstream.on("response", (response) => {
    res.writeHead(response.statusCode ?? 502, response.rawHeaders);
    response.pipe(res);
    response.on("error", () => res.destroy());
  });
  upstream.on("error", () => {
    if (!isConnected) forward(req, res, others);
    else if (res.headersSent) res.destroy();
    else res.writeHead(502).end("It went away.\n");
  });
}
