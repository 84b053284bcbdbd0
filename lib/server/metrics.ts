import { createServer, type Server } from "node:http";
import type { Log } from "@/lib/server/log";

const bounds = [5, 25, 100, 500, 2_500];

/** Figures of this process, for Prometheus: counts and times by class of answer. No address, path or person. */
export class Metrics {
  private readonly answers = new Map<string, number>();
  private readonly buckets = bounds.map(() => 0);
  private milliseconds = 0;
  private count = 0;

  /** The same log, which also counts. */
  counting(log: Log): Log {
    return {
      ...log,
      request: (line) => {
        this.add(line.status, line.cached, line.ms);
        log.request(line);
      },
    };
  }

  add(status: number, cached: boolean, ms: number): void {
    const key = `status="${Math.floor(status / 100)}xx",from="${cached ? "memory" : "made"}"`;
    this.answers.set(key, (this.answers.get(key) ?? 0) + 1);
    this.milliseconds += ms;
    this.count++;
    for (const [at, bound] of bounds.entries()) if (ms <= bound) this.buckets[at] = (this.buckets[at] ?? 0) + 1;
  }

  /** Prometheus' text format, version 0.0.4. */
  text(): string {
    const { rss, heapUsed } = process.memoryUsage();
    const lines = ["# TYPE att_answers_total counter"];
    for (const [key, count] of this.answers) lines.push(`att_answers_total{${key}} ${count}`);
    lines.push("# TYPE att_answer_seconds histogram");
    for (const [at, bound] of bounds.entries())
      lines.push(`att_answer_seconds_bucket{le="${bound / 1000}"} ${this.buckets[at]}`);
    lines.push(`att_answer_seconds_bucket{le="+Inf"} ${this.count}`, `att_answer_seconds_count ${this.count}`);
    lines.push(`att_answer_seconds_sum ${this.milliseconds / 1000}`);
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
      res.end(found ? this.text() : "");
    });
    return new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", () => done(server)));
  }
}
