import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { replaceClientAddress } from "@/lib/server/client-address";

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
