import pg from "pg";

export type Listener = {
  /** Waits until we have heard of everything that was committed before this call. */
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

/** Listens to what commands mark as stale (lib/db.ts), on a connection of its own that comes back by itself. */
export function listenForStale({ url, onOpen, onTags, onLost }: Settings): Listener {
  let client: pg.Client | undefined;
  let stopped = false;
  let wait = 100;
  let timer: NodeJS.Timeout | undefined;

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
        onLost();
      }
      fresh.end().catch(() => {});
      if (!stopped) timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, 5_000);
    };
    fresh.on("error", lost);
    fresh.on("end", lost);
    fresh.on("notification", ({ payload }) => onTags((payload ?? "").split(" ").filter(Boolean)));
    // a connection can be cut without a word: ask now and then
    const pulse = setInterval(() => fresh.query("SELECT 1").catch(lost), beat);
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

  const first = connect();
  return {
    // PostgreSQL sends waiting notifications before it says that a query is done
    catchUp: async () => void (await client?.query("SELECT 1").catch(() => {})),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await first;
      await client?.end().catch(() => {});
    },
  };
}
