import { createServer, type Server } from "node:http";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Logger } from "@/lib/server/log";

/** Figures of this process, for Prometheus: counts and times by class of response. No address, path or person. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly responses = new Counter({
    name: "att_responses_total",
    help: "Responses sent",
    labelNames: ["status", "from"],
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: "att_response_seconds",
    help: "Seconds until a response was sent",
    buckets: [0.005, 0.025, 0.1, 0.5, 2.5],
    registers: [this.registry],
  });

  constructor() {
    this.gauge("process_resident_memory_bytes", "Resident memory", () => process.memoryUsage().rss);
    this.gauge("nodejs_heap_used_bytes", "Heap in use", () => process.memoryUsage().heapUsed);
    this.gauge("process_uptime_seconds", "Seconds since the start", () => Math.round(process.uptime()));
  }

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

  /** Serves the figures at /metrics on a port of its own, to this machine only. */
  serve(port: number): Promise<Server> {
    const server = createServer(async (req, res) => {
      const found = req.url === "/metrics";
      const text = found ? await this.registry.metrics() : "";
      res.writeHead(found ? 200 : 404, { "content-type": this.registry.contentType });
      res.end(text);
    });
    return new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", () => done(server)));
  }

  private record(status: number, cached: boolean, ms: number): void {
    this.responses.inc({ status: `${Math.floor(status / 100)}xx`, from: cached ? "memory" : "made" });
    this.seconds.observe(ms / 1000);
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
