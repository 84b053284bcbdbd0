import pg from "pg";
import { env } from "@/lib/env";

type Heard = (areaIds: string[]) => void;
type Hub = { heard: Set<Heard>; client: pg.Client | null };

// routes may load this file more than once: one connection serves all
const shared = globalThis as typeof globalThis & { attQueue?: Hub };

/** Calls back whenever the queue of some areas has changed, until `stop`. One connection for the whole process. */
export function hearQueue(heard: Heard): { stop: () => void } {
  shared.attQueue ??= { heard: new Set(), client: null };
  const hub = shared.attQueue;
  hub.heard.add(heard);
  if (!hub.client) void listen(hub);
  return {
    stop: () => {
      hub.heard.delete(heard);
      if (hub.heard.size > 0) return;
      hub.client?.end().catch(() => {});
      hub.client = null;
    },
  };
}

/** What is missed while a connection is lost shows at the next change, or when the page is loaded again. */
async function listen(hub: Hub): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "at-the-table queue",
    keepAlive: true,
  });
  hub.client = client;
  const lost = () => {
    if (hub.client !== client) return;
    hub.client = null;
    client.end().catch(() => {});
    if (hub.heard.size > 0) setTimeout(() => void (hub.client ?? listen(hub)), 2_000).unref();
  };
  client.on("error", lost);
  client.on("end", lost);
  client.on("notification", ({ payload }) => {
    const areas = (payload ?? "").split(" ").filter(Boolean);
    for (const heard of hub.heard) heard(areas);
  });
  try {
    await client.connect();
    await client.query("LISTEN queue");
  } catch {
    lost();
  }
}
