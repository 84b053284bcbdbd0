import { createServer, type Server } from "node:http";
import type { Logger } from "@/lib/server/log";

const bounds = [5, 25, 100, 500, 2_500];

/** Figures of this process, for Prometheus: counts and times by class of answer. No address, path or person. */
export class Metrics {
  private readonly responses = new Map<string, number>();
  private readonly buckets = bounds.map(() => 0);
  private milliseconds = 0;
  private count = 0;

  /** The same log, which also counts. */
  countRequests(log: Logger): Logger {
    return {
      ...log,
      request: (line) => {
        this.record(line.status, line.cached, line.ms);
        log.request(line);
      },
    };
  }

  record(status: number, cached: boolean, ms: number): void {
    const key = `status="${Math.floor(status / 100)}xx",from="${cached ? "memory" : "made"}"`;
    this.responses.set(key, (this.responses.get(key) ?? 0) + 1);
    this.milliseconds += ms;
    this.count++;
    for (const [index, bound] of bounds.entries())
      if (ms <= bound) this.buckets[index] = (this.buckets[index] ?? 0) + 1;
  }

  /** Prometheus' text format, version 0.0.4. */
  toText(): string {
    const { rss, heapUsed } = process.memoryUsage();
    const lines = ["# TYPE att_responses_total counter"];
    for (const [key, count] of this.responses) lines.push(`att_responses_total{${key}} ${count}`);
    lines.push("# TYPE att_response_seconds histogram");
    for (const [index, bound] of bounds.entries())
      lines.push(`att_response_seconds_bucket{le="${bound / 1000}"} ${this.buckets[index]}`);
    lines.push(`att_response_seconds_bucket{le="+Inf"} ${this.count}`, `att_response_seconds_count ${this.count}`);
    lines.push(`att_response_seconds_sum ${this.milliseconds / 1000}`);
    lines.push("# TYPE process_resident_memory_bytes gauge", `process_resident_memory_bytes ${rss}`);
    lines.push("# TYPE nodejs_heap_used_bytes gauge", `nodejs_heap_used_bytes ${heapUsed}`);
    lines.push("# TYPE process_uptime_seconds gauge", `process_uptime_seconds ${Math.round(process.uptime())}`);
    return `${lines.join("\n")}\n`;
  }

  /** Serves the figures at /metrics on a port of its own, to this machine only. */
  serve(port: number): Promise<Server> {
    const server = createServer((req, res) => {
      const found = req.url === "/metrics";
      res.writeHead(found ? 200 : 404, { "content-type": "text/plain; version=0.0.4" });
      res.end(found ? this.toText() : "");
    });
    return new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", () => done(server)));
  }
}
