import pg from "pg";
import { env } from "@/lib/env";

/** What PostgreSQL notifies of: tags of stale pages (lib/database/invalidation.ts), areas whose queue changed. */
export type Channel = "cache_invalidation" | "queue";

export type Subscriber = {
  channel: Channel;
  /** The values in one notification's payload. */
  onNotification: (values: string[]) => void;
  /** The connection is open. Notifications sent before this moment may have been missed. */
  onOpen?: () => void;
  /** The connection was lost; it is opened again without the subscriber's doing. */
  onLost?: () => void;
};

type Hub = { subscribers: Set<Subscriber>; listener: Listener };
type Listener = { isOpen: () => boolean; waitForPending: () => Promise<void>; stop: () => Promise<void> };

// The server and Next each load their own copy of this module. Held globally, one connection serves both.
const shared = globalThis as typeof globalThis & { attListenHub?: Hub };

/** Calls back for each notification on a channel until `stop`. All subscribers of a process share one connection. */
export function subscribe(subscriber: Subscriber): { stop: () => Promise<void> } {
  shared.attListenHub ??= openHub();
  const hub = shared.attListenHub;
  hub.subscribers.add(subscriber);
  if (hub.listener.isOpen()) subscriber.onOpen?.();
  return {
    stop: async () => {
      hub.subscribers.delete(subscriber);
      if (hub.subscribers.size > 0) return;
      if (shared.attListenHub === hub) shared.attListenHub = undefined;
      await hub.listener.stop();
    },
  };
}

/**
 * Waits until every notification committed before this call has arrived: PostgreSQL delivers pending notifications
 * before it reports that a query is complete.
 */
export const waitForPendingNotifications = async (): Promise<void> => shared.attListenHub?.listener.waitForPending();

function openHub(): Hub {
  const subscribers = new Set<Subscriber>();
  const listener = listen(["cache_invalidation", "queue"], {
    onOpen: () => {
      for (const { onOpen } of subscribers) onOpen?.();
    },
    onLost: () => {
      for (const { onLost } of subscribers) onLost?.();
    },
    onNotification: (name, values) => {
      for (const { channel, onNotification } of subscribers) if (channel === name) onNotification(values);
    },
  });
  return { subscribers, listener };
}

type Callbacks = {
  onOpen: () => void;
  onLost: () => void;
  onNotification: (channel: string, values: string[]) => void;
};

const heartbeatMs = 5_000;

/** Listens on a connection of its own, and opens another whenever that is lost. */
function listen(channels: Channel[], { onOpen, onLost, onNotification }: Callbacks): Listener {
  let client: pg.Client | undefined;
  let stopped = false;
  let retryDelay = 100;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let next: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const connection = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: "at-the-table listener",
      connectionTimeoutMillis: 5_000,
      query_timeout: heartbeatMs,
      keepAlive: true,
    });
    let hasEnded = false;
    const handleLost = () => {
      if (hasEnded) return;
      hasEnded = true;
      clearInterval(heartbeat);
      if (client === connection) {
        client = undefined;
        if (!stopped) onLost();
      }
      connection.end().catch(() => {});
      if (!stopped) timer = setTimeout(connect, retryDelay);
      retryDelay = Math.min(retryDelay * 2, 5_000);
    };
    connection.on("error", handleLost);
    connection.on("end", handleLost);
    connection.on("notification", ({ channel, payload }) =>
      onNotification(channel, (payload ?? "").split(" ").filter(Boolean)),
    );
    // a connection can be cut without an error: query it at intervals
    const heartbeat = setInterval(() => void waitForPending(), heartbeatMs);
    heartbeat.unref();
    try {
      await connection.connect();
      await connection.query(channels.map((channel) => `LISTEN ${channel}`).join("; "));
      if (stopped || hasEnded) return handleLost();
      client = connection;
      retryDelay = 100;
      onOpen();
    } catch {
      handleLost();
    }
  }

  // One ping at a time. A call made while one is running cannot rely on it, and waits for the next, which is shared.
  const ping = async () => void (await client?.query("SELECT 1").catch((error) => client?.emit("error", error)));
  function waitForPending(): Promise<void> {
    next ??= running.then(() => {
      next = undefined;
      running = ping();
      return running;
    });
    return next;
  }

  const first = connect();
  return {
    isOpen: () => client !== undefined,
    waitForPending,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await first;
      await client?.end().catch(() => {});
    },
  };
}
