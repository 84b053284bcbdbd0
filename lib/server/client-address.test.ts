import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import {
  hideClientAddress,
  isProxyUnused,
  replaceClientAddress,
  unusedForwardedForWarning,
} from "@/lib/server/client-address";
import type { Exchange } from "@/lib/server/context";

test("the client's address goes no further; X-Forwarded-For counts only behind a trusted proxy", () => {
  vi.stubEnv("SECRET_KEY", "5ea1".repeat(16));
  const clientOf = (forwarded: string, trust: boolean) => {
    const req: Parameters<typeof replaceClientAddress>[0] = { headers: {}, socket: new Socket() };
    replaceClientAddress(req, forwarded, trust);
    expect(JSON.stringify(req.headers)).not.toContain("5.6.7.8");
    return req.headers["x-att-client"];
  };
  expect(clientOf("1.2.3.4, 5.6.7.8", true)).toMatch(/^[0-9a-f]{64}$/);
  expect(clientOf("9.9.9.9, 5.6.7.8", true)).toBe(clientOf("1.2.3.4, 5.6.7.8", true));
  expect(clientOf("5.6.7.8", true)).not.toBe(clientOf("5.6.7.9", true));
  expect(clientOf("5.6.7.8", false)).toBe(clientOf("5.6.7.9", false));
});

test.each([
  ["5.6.7.8", false, true],
  ["5.6.7.8", true, false],
  ["", false, false],
  [" ", false, false],
  ["", true, false],
])(
  "X-Forwarded-For %j, with a trusted proxy %s: a proxy that the settings do not name %s",
  (header, trust, isUnused) => {
    expect(isProxyUnused(header, trust)).toBe(isUnused);
  },
);

test("the log says once that a proxy may be in front that the settings do not name, and no address", () => {
  vi.stubEnv("SECRET_KEY", "5ea1".repeat(16));
  const warn = vi.fn();
  const send = (server: object, forwardedFor: string) =>
    hideClientAddress({ server, forwardedFor, req: { headers: {}, socket: new Socket() } } as unknown as Exchange);
  const trusting = { trustProxy: true, isProxyUnused: false, log: { warn } };
  const plain = { ...trusting, trustProxy: false };
  for (const server of [trusting, plain]) expect(send(server, "")).toBe(false);
  send(trusting, "5.6.7.8");
  expect(warn).not.toHaveBeenCalled();
  for (let times = 0; times < 3; times++) send(plain, "5.6.7.8");
  expect(warn.mock.calls).toEqual([[{}, unusedForwardedForWarning]]);
});
