import pg from "pg";

export type InvalidationListener = {
  /**
   * Waits until every invalidation committed before this call has arrived: PostgreSQL delivers pending notifications
   * before it reports that a query is complete.
   */
  waitForPending: () => Promise<void>;
  stop: () => Promise<void>;
};

type ListenerOptions = {
  url: string;
  /** The connection is open. Notifications sent before this moment may have been missed. */
  onOpen: () => void;
  /** Cached pages with these tags are out of date. */
  onTags: (tags: string[]) => void;
  /** The connection was lost. The listener reconnects by itself. */
  onLost: () => void;
};

const heartbeatMs = 5_000;

/** Listens for invalidateTags (lib/database/invalidation.ts) on a connection of its own, which reconnects by itself. */
export function listenForInvalidations({ url, onOpen, onTags, onLost }: ListenerOptions): InvalidationListener {
  let client: pg.Client | undefined;
  let stopped = false;
  let retryDelay = 100;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let next: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const connection = new pg.Client({
      connectionString: url,
      application_name: "at-the-table invalidation listener",
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
    connection.on("notification", ({ payload }) => onTags((payload ?? "").split(" ").filter(Boolean)));
    // a connection can be cut without an error: query it at intervals
    const heartbeat = setInterval(() => void waitForPending(), heartbeatMs);
    heartbeat.unref();
    try {
      await connection.connect();
      await connection.query("LISTEN cache_invalidation");
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
    waitForPending,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await first;
      await client?.end().catch(() => {});
    },
  };
}
