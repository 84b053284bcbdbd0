import { db, type Tx } from "@/lib/database/client";

export type OnDemandTransaction = { tx: () => Promise<Tx>; end: (isDone: boolean) => Promise<void> };

/**
 * A transaction whose steps are called by a library, one after another: the first `tx()` opens it. `end` commits it or
 * rolls it back, and must be called in any case.
 */
export function onDemandTransaction(): OnDemandTransaction {
  let decide: (isDone: boolean) => void = () => {};
  const decision = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  let opened: Promise<Tx> | undefined;
  let ended: Promise<void> = Promise.resolve();
  const open = () =>
    new Promise<Tx>((resolve, reject) => {
      ended = db().$transaction(async (tx) => {
        resolve(tx);
        if (!(await decision)) throw new Error("rolled back");
      });
      ended.catch(reject);
    });
  return {
    tx: () => {
      opened ??= open();
      return opened;
    },
    async end(isDone) {
      decide(isDone);
      await (isDone ? ended : ended.catch(() => {}));
    },
  };
}
