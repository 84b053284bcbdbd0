import pg from "pg";

export type Listener = {
  /**
   * Waits until we have heard of everything that was committed before this call: PostgreSQL sends what waits for us
   * before it says that a query is done.
   */
  catchUp: () => Promise<void>;
  stop: () => Promise<void>;
};

type Settings = {
  url: string;
  /** We hear from now on; what was missed before is unknown. */
  onOpen: () => void;
  /** These tags are out of date. */
  onTags: (tags: string[]) => void;
  /** We do not hear any more; reconnecting goes on by itself. */
  onLost: () => void;
};

const beat = 5_000;

/** Listens to what commands mark as stale (lib/database/client.ts), on a connection of its own that comes back by itself. */
export function listenForStale({ url, onOpen, onTags, onLost }: Settings): Listener {
  let client: pg.Client | undefined;
  let stopped = false;
  let wait = 100;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let next: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: "at-the-table stale pages",
      connectionTimeoutMillis: 5_000,
      query_timeout: beat,
      keepAlive: true,
    });
    let gone = false;
    const lost = () => {
      if (gone) return;
      gone = true;
      clearInterval(pulse);
      if (client === fresh) {
        client = undefined;
        if (!stopped) onLost();
      }
      fresh.end().catch(() => {});
      if (!stopped) timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, 5_000);
    };
    fresh.on("error", lost);
    fresh.on("end", lost);
    fresh.on("notification", ({ payload }) => onTags((payload ?? "").split(" ").filter(Boolean)));
    // a connection can be cut without a word: ask now and then
    const pulse = setInterval(() => void catchUp(), beat);
    pulse.unref();
    try {
      await fresh.connect();
      await fresh.query("LISTEN stale");
      if (stopped || gone) return lost();
      client = fresh;
      wait = 100;
      onOpen();
    } catch {
      lost();
    }
  }

  // One question at a time. Who comes while one is under way needs the next, and shares it.
  const ask = async () => void (await client?.query("SELECT 1").catch((error) => client?.emit("error", error)));
  function catchUp(): Promise<void> {
    next ??= running.then(() => {
      next = undefined;
      running = ask();
      return running;
    });
    return next;
  }

  const first = connect();
  return {
    catchUp,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await first;
      await client?.end().catch(() => {});
    },
  };
}
