import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { get } from "@/scripts/bench/http-requests";
import { startService } from "@/scripts/bench/servers";
import type { CleanDatabase } from "@/scripts/drill/clean-database";
import { strategyId } from "@/scripts/drill/clean-database";
import type { DrillResult } from "@/scripts/drill/drills";
import { sendRawRequest } from "@/scripts/drill/raw-request";

const idleCount = 10_000;
const slowCount = 500;

/** Ten thousand connections that say nothing and five hundred that say a letter a second: others are served meanwhile. */
export async function drillIdleConnections(clean: CleanDatabase): Promise<DrillResult> {
  const server = await startService(clean.url, clean.settings);
  const sockets: Socket[] = [];
  let dripTimer: NodeJS.Timeout | undefined;
  try {
    const pages = [
      get(`/strategies/${strategyId}`, server.port),
      get("/my", server.port, `session=${clean.tokens[0]}`),
    ];
    const serve = async (seconds: number) => {
      const times: number[] = [];
      let wrong = 0;
      for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
        for (const page of pages) {
          const began = performance.now();
          if ((await sendRawRequest(server.port, page))?.status !== 200) wrong++;
          times.push(performance.now() - began);
        }
      }
      times.sort((a, b) => a - b);
      const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
      return { served: times.length, wrong, p50: at(0.5), p99: at(0.99) };
    };
    const baseline = await serve(3);
    const before = memoryOf(server.pid);
    for (let batch = 0; batch < idleCount / 250; batch++)
      await Promise.all(Array.from({ length: 250 }, () => open(server.port, sockets)));
    const heldCount = sockets.filter((socket) => !socket.destroyed && socket.readyState === "open").length;
    const memory = memoryOf(server.pid);
    const heads = [
      "GET / HTTP/1.1\r\nHost: local",
      "POST /complaints HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n",
    ];
    const slowSockets = await Promise.all(Array.from({ length: slowCount }, () => open(server.port, sockets)));
    for (const [at, socket] of slowSockets.entries()) socket.write(heads[at % 2] ?? "");
    dripTimer = setInterval(() => {
      for (const socket of slowSockets) if (!socket.destroyed) socket.write("x");
    }, 1_000);
    const busy = await serve(8);
    await sleep(75_000); // the longest that a request may take, and the next check of who took too long
    const left = sockets.filter((socket) => !socket.destroyed).length;
    const after = await serve(2);
    const each = (memory - before) / idleCount;
    const hasPassed =
      heldCount >= idleCount && busy.wrong + after.wrong === 0 && each < 60_000 && busy.p99 < 2_000 && left === 0;
    const figures = `${heldCount} held at once for ${(each / 1000).toFixed(1)} kB each (server ${mb(before)} → ${mb(memory)} MB, ${mb(memoryOf(server.pid))} afterwards); others meanwhile, with ${slowCount} slow ones: ${busy.served} pages, ${busy.wrong} wrong, p50 ${busy.p50} ms, p99 ${busy.p99} ms (quiet: ${baseline.p50} and ${baseline.p99}); ${left} of ${sockets.length} left after 75 s`;
    return { hasPassed, figures };
  } finally {
    clearInterval(dripTimer);
    for (const socket of sockets) socket.destroy();
    await server.stop();
  }
}

function open(port: number, sockets: Socket[]): Promise<Socket> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    sockets.push(socket);
    socket.on("error", () => done(socket));
    socket.once("connect", () => done(socket));
    socket.resume();
  });
}

/** Bytes that a process holds in memory; 0 where /proc is not available. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
  } catch {
    return 0;
  }
}

const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);
