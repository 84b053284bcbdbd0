import pg from "pg";
import { env } from "@/lib/env";

type QueueListener = (areaIds: string[]) => void;
type QueueHub = { listeners: Set<QueueListener>; client: pg.Client | null };

// routes may load this file more than once: one connection serves all
const shared = globalThis as typeof globalThis & { atTheTableQueueHub?: QueueHub };

/** Calls back whenever the queue of some areas has changed, until `stop`. One connection for the whole process. */
export function subscribeToQueue(listener: QueueListener): { stop: () => void } {
  shared.atTheTableQueueHub ??= { listeners: new Set(), client: null };
  const hub = shared.atTheTableQueueHub;
  hub.listeners.add(listener);
  if (!hub.client) void listen(hub);
  return {
    stop: () => {
      hub.listeners.delete(listener);
      if (hub.listeners.size > 0) return;
      hub.client?.end().catch(() => {});
      hub.client = null;
    },
  };
}

/** What is missed while a connection is lost shows at the next change, or when the page is loaded again. */
async function listen(hub: QueueHub): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "at-the-table queue",
    keepAlive: true,
  });
  hub.client = client;
  const onConnectionLost = () => {
    if (hub.client !== client) return;
    hub.client = null;
    client.end().catch(() => {});
    if (hub.listeners.size > 0) setTimeout(() => void (hub.client ?? listen(hub)), 2_000).unref();
  };
  client.on("error", onConnectionLost);
  client.on("end", onConnectionLost);
  client.on("notification", ({ payload }) => {
    const areas = (payload ?? "").split(" ").filter(Boolean);
    for (const listener of hub.listeners) listener(areas);
  });
  try {
    await client.connect();
    await client.query("LISTEN queue");
  } catch {
    onConnectionLost();
  }
}
