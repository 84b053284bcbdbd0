/** Milliseconds: how long after a change the pages are made, and how often anew in any case. */
export type WarmerTimes = { pause: number; refresh: number };

const standardTimes: WarmerTimes = { pause: 1_000, refresh: 5 * 60_000 };
/** At most so many pages; what is beyond is rendered for its first reader. */
export const maxWarmPages = 300;

export type WarmerOptions = {
  /** The addresses of the pages, the most read first. */
  list: () => Promise<string[]>;
  render: (address: string, lifetime: number) => Promise<unknown>;
  /** Whether a page stays in memory so long. */
  stays: (address: string, milliseconds: number) => boolean;
  onError: (error: unknown) => void;
  times?: WarmerTimes;
};

/**
 * Holds the pages that move with editions in memory: made by the server after a change and by a timer, never because
 * somebody reads. So neither the speed nor the headers of a response show whether anybody has read the page. One page
 * at a time.
 */
export class PageWarmer {
  private readonly times: WarmerTimes;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private running: Promise<void> | undefined;
  private isWanted = false;

  constructor(private readonly options: WarmerOptions) {
    this.times = options.times ?? standardTimes;
    this.schedule(this.times.pause);
  }

  /** Pages were dropped: they are made again shortly, once for several changes. */
  changed(): void {
    if (this.running) this.isWanted = true;
    else this.schedule(this.times.pause);
  }

  /** Finishes the page under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.run(), milliseconds).unref();
  }

  private async run(): Promise<void> {
    this.running = this.renderAll().catch(this.options.onError);
    await this.running;
    this.running = undefined;
    this.schedule(this.isWanted ? this.times.pause : this.times.refresh);
    this.isWanted = false;
  }

  private async renderAll(): Promise<void> {
    const { list, render, stays } = this.options;
    const { refresh } = this.times;
    for (const address of (await list()).slice(0, maxWarmPages)) {
      if (this.isStopped) return;
      // what is not made now must last beyond the next time; a page made for a reader never does
      if (!stays(address, 1.5 * refresh)) await render(address, 2.5 * refresh);
    }
  }
}
