import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { idPlaceholder, type Load, type LoadResult } from "@/scripts/bench/measurement";

// A process of its own, so that making the load does not slow what is loaded. Sockets by hand, because node:http's
// client costs more than the server that we measure.
const load = JSON.parse(await text(process.stdin)) as Load;
const requests = [load.request].flat().map((request) => ({
  bytes: Buffer.from(request, "latin1"),
  idOffsets: [...request.matchAll(new RegExp(idPlaceholder, "g"))].map(({ index }) => index),
}));
let sent = Math.floor(Math.random() * requests.length); // another place in each round
const times: number[] = [];
const statuses: Record<string, number> = {};
const end = performance.now() + load.seconds * 1000;
const startedAt = performance.now();
await Promise.all(Array.from({ length: load.connections }, sendRepeatedly));
const seconds = (performance.now() - startedAt) / 1000;
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const loaded: LoadResult = {
  count: times.length,
  perSecond: times.length / seconds,
  p50: at(0.5),
  p99: at(0.99),
  statuses,
};
process.stdout.write(JSON.stringify(loaded));

function sendRepeatedly(): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect({ port: load.port, host: "127.0.0.1", noDelay: true });
    let response: Buffer = Buffer.alloc(0);
    let sentAt = 0;
    const sendNext = () => {
      sentAt = performance.now();
      send(socket);
    };
    socket.on("connect", sendNext);
    socket.on("error", fail);
    socket.on("close", () => done());
    socket.on("data", (chunk) => {
      response = response.length === 0 ? chunk : Buffer.concat([response, chunk]);
      if (!isComplete(response)) return;
      times.push(performance.now() - sentAt);
      const status = response.toString("latin1", 9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      response = Buffer.alloc(0);
      if (performance.now() < end) sendNext();
      else socket.end();
    });
  });
}

function send(socket: Socket): void {
  const { bytes, idOffsets } = requests[sent++ % requests.length] ?? { bytes: Buffer.alloc(0), idOffsets: [] };
  if (idOffsets.length === 0) return void socket.write(bytes);
  const own = Buffer.from(bytes);
  const id = randomBytes(17).toString("base64url").slice(0, idPlaceholder.length);
  for (const at of idOffsets) own.write(id, at, "latin1");
  socket.write(own);
}

function isComplete(response: Buffer): boolean {
  const headEnd = response.indexOf("\r\n\r\n");
  if (headEnd < 0) return false;
  const head = response.toString("latin1", 0, headEnd);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return response.length >= headEnd + 4 + Number(length);
  return response.subarray(-5).equals(Buffer.from("0\r\n\r\n")); // chunked
}
