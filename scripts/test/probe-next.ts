import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type FormOutcome, reportThrown, watchFormOutcome } from "@/lib/forms/form-outcome";
import { type CapturedResponse, readResponse, requestNext } from "@/lib/server/next-adapter/next-request";
import { setOwnOrigin, startNext } from "@/lib/server/next-adapter/next-server";

// A process of its own, with NODE_ENV=production: starts the built Next without our server, sends it the requests on
// standard input and prints the responses. For lib/server/next-adapter/assumptions.test.ts.

export type ProbeRequest = { method?: string; url: string; headers?: Record<string, string>; body?: string };
export type ProbeResponse = Omit<CapturedResponse, "body"> & { body: string };
export type ProbeResult = {
  responses: ProbeResponse[];
  /** Whether the response with the same index was known to have failed when it had been read. */
  thrown: boolean[];
  fetchedPaths: string[];
  reportedFailures: string[];
};

const requests: ProbeRequest[] = JSON.parse(await readAll(process.stdin));
const reportedFailures: string[] = [];
const attFailure = (_error: unknown, where: string) => {
  reportThrown();
  reportedFailures.push(where);
};
Object.assign(globalThis, { attFailure });

// in place of our server: what Next fetches from its own address arrives here
const fetchedPaths: string[] = [];
const own = createServer((req, res) => {
  fetchedPaths.push(`${req.url?.split("?")[0]} rsc=${req.headers.rsc}`);
  res.end();
});
await new Promise<void>((done) => own.listen(0, "127.0.0.1", done));
const { port } = own.address() as AddressInfo;
const { handler } = await startNext({ dev: false, nextDir: ".next", port, host: "127.0.0.1", server: own });
setOwnOrigin("127.0.0.1", port);

const responses: ProbeResponse[] = [];
const thrown: boolean[] = [];
for (const { method = "GET", url, headers = {}, body } of requests) {
  const request = {
    method,
    url,
    headers: { host: "localhost", ...headers },
    body: body ? Buffer.from(body) : undefined,
  };
  const outcome: FormOutcome = {};
  const next = await watchFormOutcome(outcome, () => requestNext(handler, request));
  const { status, headers: received, body: bytes } = await readResponse(next);
  thrown.push(outcome.hasThrown === true);
  responses.push({ status, headers: received, body: bytes.toString() });
}
process.stdout.write(JSON.stringify({ responses, thrown, fetchedPaths, reportedFailures } satisfies ProbeResult), () =>
  process.exit(),
);

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
