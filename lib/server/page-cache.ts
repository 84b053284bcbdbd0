import { expandTags } from "@/lib/server/cache-tags";
import { type CachedResponse, memorySize } from "@/lib/server/cached-response";

type Entry = { response: CachedResponse; tags: string[]; bytes: number; expiresAt: number; usedAt: number };
type PendingRender<T> = { tags: string[]; lifetime: number; isInvalidated: boolean; result: Promise<T> };
/** The result of a render, with `cached` when it may be cached. */
export type RenderResult = { cached?: CachedResponse };

export type PageCacheOptions = { maxBytes?: number; lifetime?: number; staleLifetime?: number; now?: () => number };

/**
 * Complete responses in memory, by key, each with tags; the least recently used are dropped first. Closed until `open`.
 * maxBytes: 64 MB by default; lifetime: milliseconds after which a page is rendered again in any case, 30,000;
 * staleLifetime: how much longer it is sent meanwhile, 300,000.
 */
export class PageCache<T extends RenderResult> {
  private readonly entries = new Map<string, Entry>();
  private readonly pending = new Map<string, PendingRender<T>>();
  private readonly maxBytes: number;
  private readonly lifetime: number;
  private readonly staleLifetime: number;
  private readonly now: () => number;
  private isOpen = false;
  bytes = 0;

  constructor({
    maxBytes = 64 * 1024 * 1024,
    lifetime = 30_000,
    staleLifetime = 300_000,
    now = () => performance.now(),
  }: PageCacheOptions = {}) {
    this.maxBytes = maxBytes;
    this.lifetime = lifetime;
    this.staleLifetime = staleLifetime;
    this.now = now;
  }

  get(key: string): CachedResponse | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    const now = this.now();
    if (entry.expiresAt < now) return undefined; // see getStale
    if (now - entry.usedAt > 1000) {
      entry.usedAt = now;
      this.entries.delete(key); // to the end: entries are dropped from the front
      this.entries.set(key, entry);
    }
    return entry.response;
  }

  /** Whether a page stays in memory so long without being rendered again. It does not count as a use. */
  stays(key: string, milliseconds: number): boolean {
    return (this.entries.get(key)?.expiresAt ?? Number.NEGATIVE_INFINITY) > this.now() + milliseconds;
  }

  /**
   * A page whose lifetime is over, to send while it is rendered again; not for long, since some pages count days. What a
   * change has made stale is gone at once: it may show what somebody withdrew.
   */
  getStale(key: string): CachedResponse | undefined {
    const entry = this.entries.get(key);
    if (!entry || this.now() <= entry.expiresAt + this.staleLifetime) return entry?.response;
    this.remove(key);
    return undefined;
  }

  /**
   * Renders once for all requests of this key meanwhile, and caches the result if it may be. A render that began before
   * one of its tags was invalidated is neither cached nor shared: it may have read stale rows.
   * @param lifetime another than that of the cache, in milliseconds; of those who wait for it, the longest counts
   */
  async render(key: string, tags: string[], make: () => Promise<T>, lifetime = this.lifetime): Promise<T> {
    if (!this.isOpen) return make();
    const existing = this.pending.get(key);
    if (existing) {
      existing.lifetime = Math.max(existing.lifetime, lifetime);
      return existing.result;
    }
    const pendingRender: PendingRender<T> = { tags, lifetime, isInvalidated: false, result: make() };
    this.pending.set(key, pendingRender);
    try {
      const rendered = await pendingRender.result;
      if (rendered.cached && !pendingRender.isInvalidated) this.put(key, tags, rendered.cached, pendingRender.lifetime);
      return rendered;
    } finally {
      if (this.pending.get(key) === pendingRender) this.pending.delete(key);
    }
  }

  /** Drops the entries with any of these tags; "all" drops everything. */
  invalidate(tags: string[]): void {
    const stale = expandTags(tags);
    const isStale = (entryTags: string[]) => stale.has("all") || entryTags.some((tag) => stale.has(tag));
    for (const [key, pendingRender] of this.pending) {
      if (!isStale(pendingRender.tags)) continue;
      pendingRender.isInvalidated = true;
      this.pending.delete(key);
    }
    for (const [key, entry] of this.entries) if (isStale(entry.tags)) this.remove(key);
  }

  /** Notifications arrive from now on: starts empty. */
  open(): void {
    this.invalidate(["all"]);
    this.isOpen = true;
  }

  /** Notifications no longer arrive: nothing is served from memory. */
  close(): void {
    this.isOpen = false;
    this.invalidate(["all"]);
  }

  private put(key: string, tags: string[], response: CachedResponse, lifetime: number): void {
    this.remove(key);
    const now = this.now();
    const entry: Entry = {
      response,
      tags,
      bytes: memorySize(response),
      expiresAt: now + lifetime,
      usedAt: now,
    };
    response.onGrow = (bytes) => {
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
