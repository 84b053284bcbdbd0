/** What is turned away because too much waits; the client may try again. */
export class Overloaded extends Error {}

export type RenderLimits = {
  /** How many run at once. */
  atOnce: number;
  /** How many may wait: of all clients, and of one. */
  waiting: number;
  waitingOfOne: number;
};

type Task = { key: string | null; lines: number; isStarted: boolean; start: () => void; refuse: () => void };

/**
 * Runs a bounded number of renders at once. The others wait in a line for each client, and the lines take turns: somebody
 * who asks for one page waits behind one page of each other client, however many pages those ask for. Where too much
 * waits, the newest of the longest line is turned away. Clients are keys for a day, no addresses.
 */
export class RenderQueue {
  private readonly lines = new Map<string, Task[]>(); // in the order of their turns
  private readonly waitingByKey = new Map<string, Task>();
  private running = 0;

  constructor(private readonly limits: RenderLimits) {}

  /** Whether the next render has to wait. */
  get isFull(): boolean {
    return this.running >= this.limits.atOnce;
  }

  get waiting(): number {
    return [...this.lines.values()].reduce((sum, line) => sum + line.length, 0);
  }

  /**
   * Runs this when its turn has come.
   * @param key by which other clients who want the same may join
   * @throws Overloaded when it is turned away
   */
  async run<T>(client: string, key: string | null, work: () => Promise<T>): Promise<T> {
    if (this.isFull) await this.waitForTurn(client, key);
    else this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      this.startNext();
    }
  }

  /** Lets a client's turn count for what another client waits for already, so that it comes by whichever is first. */
  join(client: string, key: string): void {
    const task = this.waitingByKey.get(key);
    if (task && !this.lines.get(client)?.includes(task)) this.add(client, task);
  }

  private waitForTurn(client: string, key: string | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = () => reject(new Overloaded());
      const task: Task = { key, lines: 0, isStarted: false, start: resolve, refuse };
      if (key !== null) this.waitingByKey.set(key, task);
      this.add(client, task);
    });
  }

  private add(client: string, task: Task): void {
    const line = this.lines.get(client) ?? [];
    line.push(task);
    task.lines++;
    this.lines.set(client, line);
    if (line.length > this.limits.waitingOfOne) this.dropNewest(client);
    else if (this.waiting > this.limits.waiting) this.dropNewest(this.longestLine());
  }

  private dropNewest(client: string): void {
    const line = this.lines.get(client);
    const task = line?.pop();
    if (line?.length === 0) this.lines.delete(client);
    if (!task || --task.lines > 0) return;
    this.forget(task);
    task.refuse();
  }

  private longestLine(): string {
    return [...this.lines].reduce((longest, line) => (line[1].length > longest[1].length ? line : longest))[0];
  }

  private startNext(): void {
    while (!this.isFull) {
      const [next] = this.lines;
      if (!next) return;
      const [client, line] = next;
      this.lines.delete(client);
      const task = line.shift();
      if (line.length > 0) this.lines.set(client, line); // its next turn comes after everybody else's
      if (!task || task.isStarted) continue;
      task.isStarted = true;
      this.leaveLines(task);
      this.forget(task);
      this.running++;
      task.start();
    }
  }

  /** Takes what has started out of the lines of those who joined: it is no turn of theirs any more. */
  private leaveLines(task: Task): void {
    if (task.lines === 1) return;
    for (const [client, line] of this.lines) {
      const index = line.indexOf(task);
      if (index >= 0) line.splice(index, 1);
      if (line.length === 0) this.lines.delete(client);
    }
  }

  private forget(task: Task): void {
    if (task.key !== null && this.waitingByKey.get(task.key) === task) this.waitingByKey.delete(task.key);
  }
}
