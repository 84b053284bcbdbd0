import { withFamilies } from "@/lib/server/cache-tags";
import { type Ready, sizeOf } from "@/lib/server/cached-response";

type Entry = { ready: Ready; tags: string[]; bytes: number; until: number; touched: number };
type Flight<T> = { tags: string[]; spoilt: boolean; result: Promise<T> };
/** What a render gives: `ready` when it may be kept. */
export type Rendered = { ready?: Ready };

export type PageCacheSettings = { maxBytes?: number; lifetime?: number; now?: () => number };

/**
 * Ready pages in memory, by key, under tags; the least recently used go first. It serves nothing until `open`.
 * maxBytes: 64 MB unless told; lifetime: milliseconds after which a page is rendered anew whatever happens, 30,000.
 */
export class PageCache<T extends Rendered> {
  private readonly entries = new Map<string, Entry>();
  private readonly flights = new Map<string, Flight<T>>();
  private readonly maxBytes: number;
  private readonly lifetime: number;
  private readonly now: () => number;
  private isOpen = false;
  bytes = 0;

  constructor({
    maxBytes = 64 * 1024 * 1024,
    lifetime = 30_000,
    now = () => performance.now(),
  }: PageCacheSettings = {}) {
    this.maxBytes = maxBytes;
    this.lifetime = lifetime;
    this.now = now;
  }

  get(key: string): Ready | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    const now = this.now();
    if (entry.until < now) {
      this.remove(key);
      return undefined;
    }
    if (now - entry.touched > 1000) {
      entry.touched = now;
      this.entries.delete(key); // to the end of the row: the front of it goes first
      this.entries.set(key, entry);
    }
    return entry.ready;
  }

  /**
   * Renders once for everybody who asks for this key meanwhile, and keeps what may be kept. A render that began
   * before its tag was dropped is neither kept nor joined: it may have read what is gone.
   */
  async render(key: string, tags: string[], make: () => Promise<T>): Promise<T> {
    if (!this.isOpen) return make();
    const running = this.flights.get(key);
    if (running) return running.result;
    const flight: Flight<T> = { tags, spoilt: false, result: make() };
    this.flights.set(key, flight);
    try {
      const rendered = await flight.result;
      if (rendered.ready && !flight.spoilt) this.put(key, tags, rendered.ready);
      return rendered;
    } finally {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    }
  }

  /** Forgets what stands under any of these tags; "all" forgets everything. */
  drop(tags: string[]): void {
    const stale = withFamilies(tags);
    const isStale = (its: string[]) => stale.has("all") || its.some((tag) => stale.has(tag));
    for (const [key, flight] of this.flights) {
      if (!isStale(flight.tags)) continue;
      flight.spoilt = true;
      this.flights.delete(key);
    }
    for (const [key, entry] of this.entries) if (isStale(entry.tags)) this.remove(key);
  }

  /** From now on we hear of changes: begins empty. */
  open(): void {
    this.drop(["all"]);
    this.isOpen = true;
  }

  /** We no longer hear of changes: nothing is served from memory. */
  close(): void {
    this.isOpen = false;
    this.drop(["all"]);
  }

  private put(key: string, tags: string[], ready: Ready): void {
    this.remove(key);
    const now = this.now();
    const entry: Entry = { ready, tags, bytes: sizeOf(ready), until: now + this.lifetime, touched: now };
    ready.onGrow = (bytes) => {
      if (this.entries.get(key) !== entry) return;
      entry.bytes += bytes;
      this.bytes += bytes;
      this.shrink();
    };
    this.entries.set(key, entry);
    this.bytes += entry.bytes;
    this.shrink();
  }

  private shrink(): void {
    for (const key of this.entries.keys()) {
      if (this.bytes <= this.maxBytes) return;
      this.remove(key);
    }
  }

  private remove(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.bytes -= entry.bytes;
  }
}
