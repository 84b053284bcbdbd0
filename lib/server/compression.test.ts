import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { acceptedEncodings, compress, isCompressible } from "@/lib/server/compression";

test.each([
  [undefined, ["identity"]],
  ["gzip", ["gzip", "identity"]],
  ["gzip, deflate, br, zstd", ["br", "gzip", "identity"]],
  ["br;q=0, gzip;q=0.5", ["gzip", "identity"]],
  ["*", ["br", "gzip", "identity"]],
  ["nonsense;;q", ["identity"]],
])("a client that sends %s accepts %j", (header, list) => expect(acceptedEncodings(header)).toEqual(list));

test("compresses losslessly, and leaves small bodies alone", async () => {
  const body = Buffer.from("Local transport ".repeat(200));
  expect(gunzipSync((await compress(body, "gzip")).body)).toEqual(body);
  expect(brotliDecompressSync((await compress(body, "br")).body)).toEqual(body);
  expect((await compress(Buffer.from("small"), "gzip")).encoding).toBe("identity");
});

test("text is compressed; pictures and event streams are not", () => {
  const packs = ["text/html; charset=utf-8", "application/json", "image/svg+xml", "application/problem+json"];
  expect(packs.map(isCompressible)).toEqual(packs.map(() => true));
  expect(["image/png", "font/woff2", "text/event-stream", "application/zip"].some(isCompressible)).toBe(false);
});
