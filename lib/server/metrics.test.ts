import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createLogger } from "@/lib/server/log";
import { Metrics } from "@/lib/server/metrics";

test("counts responses by class, on a port of this machine only, and names no route", async () => {
  const metrics = new Metrics();
  const log = metrics.countRequests(createLogger("silent", false));
  log.request({ method: "GET", route: "/secret/route", status: 200, ms: 3, cached: true });
  log.request({ method: "POST", route: "/secret/route", status: 404, ms: 30, cached: false });
  const server = await metrics.serve(0);
  const { port, address } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const text = await response.text();
  server.close();
  expect(address).toBe("127.0.0.1");
  expect(text).toContain('att_responses_total{status="2xx",from="memory"} 1\n');
  expect(text).toContain('att_response_seconds_bucket{le="0.005"} 1\n');
  expect(text).toContain('att_response_seconds_bucket{le="0.1"} 2\n');
  expect(text).not.toMatch(/secret/);
});
