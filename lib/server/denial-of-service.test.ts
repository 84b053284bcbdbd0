import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestServer } from "@/scripts/test/server";

// What a stranger may send to bring the service down: it goes on answering others, and its memory stays bounded.
const database = await createTestDatabase();
const { server, request, nextStub, sameOrigin, close } = await startTestServer(database.url);
const open: Socket[] = [];
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await close();
  await database.close();
});

const form = { ...sameOrigin, "content-type": "application/x-www-form-urlencoded" };

/** Opens a connection, sends this, and gives what comes back until it ends or the time is over. */
function sendRaw(text: string, milliseconds = 1_000): Promise<string> {
  return new Promise((done) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.write(text, "latin1"));
    let received = "";
    socket.on("data", (chunk) => (received += chunk));
    socket.on("error", () => done(received));
    socket.on("close", () => done(received));
    setTimeout(() => socket.destroy(), milliseconds);
  });
}

test("two thousand idle connections: others are answered, and each costs little", async () => {
  const before = process.memoryUsage().rss;
  for (let batch = 0; batch < 20; batch++) {
    await Promise.all(
      Array.from({ length: 100 }, () => {
        const socket = connect(server.port, "127.0.0.1");
        open.push(socket);
        socket.on("error", () => {});
        return new Promise((done) => socket.once("connect", done).once("close", done));
      }),
    );
  }
  expect(open.filter(({ destroyed }) => !destroyed)).toHaveLength(2_000);
  expect((await request("/healthz")).status).toBe(200);
  // both ends of each connection are in this process
  expect((process.memoryUsage().rss - before) / 2_000).toBeLessThan(100_000);
}, 60_000);

test("huge headers, a header without end, a hundred thousand headers: refused by node before anything of ours", async () => {
  const seen = nextStub.renders;
  const host = "GET /my HTTP/1.1\r\nHost: localhost\r\n";
  expect(await sendRaw(`${host}X: ${"x".repeat(64 * 1024)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await sendRaw(`${host}X: ${"x".repeat(64 * 1024)}`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await sendRaw(`${host}${"a: b\r\n".repeat(100_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(nextStub.renders).toBe(seen);
  expect((await request("/healthz")).status).toBe(200);
  const page = await sendRaw(`${host}X: ${"x".repeat(64 * 1024)}\r\n\r\n`);
  expect(page).toContain("<h1>Your browser sent too much</h1>");
  expect(page).toContain('<link rel="stylesheet" href="/error.css">');
  expect(page.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
});

test("a slow request delays nobody", async () => {
  const slow = connect(server.port, "127.0.0.1");
  open.push(slow);
  slow.on("error", () => {});
  slow.write("GET / HTTP/1.1\r\nHost: local");
  await sleep(100);
  const began = performance.now();
  expect((await request("/healthz")).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test("a compressed body is refused unread: it may be a decompression bomb", async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000)).toString("latin1");
  const seen = nextStub.renders;
  for (const encoding of ["gzip", "br", "deflate", "zstd", "gzip, gzip"]) {
    expect((await request("/my", { ...form, "content-encoding": encoding }, "POST", bomb)).status).toBe(415);
  }
  expect(nextStub.renders).toBe(seen);
});

test("two requests in one, a wrong length, a line feed in a header: refused", async () => {
  const post = "POST /my HTTP/1.1\r\nHost: localhost\r\n";
  const both = `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`;
  expect(await sendRaw(both)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await sendRaw(`${post}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await sendRaw(`${post}Content-Length: -1\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await sendRaw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: a\nb: c\0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
});
