import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { paths } from "@/lib/routes";

/** Milliseconds for which changes are collected, and the least time between refreshes. */
const batchDelay = 250;
const minRefreshInterval = 1_000;
const outageRetryInterval = 5_000;

/**
 * Refreshes the queue when the server sends an event, and after sent decisions when few rows remain. Changes during a
 * refresh lead to one more refresh after it, so that a stream of changes neither piles up nor delays the refresh. While
 * the service is down the queue stays: a refresh that fails would replace it, and the decisions that can be undone.
 */
export function useQueueUpdates(remaining: number, sent: number): void {
  const router = useRouter();
  const [isUnderWay, begin] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasChanges = useRef(false);

  const underWay = useRef(false);
  const lastRefreshAt = useRef(0);

  const isShown = useRef(true);

  const refreshSoon = useRef((leastDelay = batchDelay) => {
    hasChanges.current = true;
    timer.current ??= setTimeout(
      async () => {
        const isReady = underWay.current || (await isServiceReady());
        timer.current = undefined;
        if (underWay.current || !isShown.current) return;
        if (!isReady) return refreshSoon.current(outageRetryInterval);
        hasChanges.current = false;
        lastRefreshAt.current = Date.now();
        begin(() => router.refresh());
      },
      Math.max(leastDelay, lastRefreshAt.current + minRefreshInterval - Date.now()),
    );
  });

  useEffect(() => {
    underWay.current = isUnderWay;
    if (!isUnderWay && hasChanges.current) refreshSoon.current();
  }, [isUnderWay]);

  useEffect(() => {
    const events = new EventSource(paths.queueEvents);
    const onChange = () => refreshSoon.current();
    events.addEventListener("queue", onChange);
    isShown.current = true;
    return () => {
      isShown.current = false;
      events.close();
      clearTimeout(timer.current);
    };
  }, []);

  useEffect(() => {
    if (sent > 0 && remaining < 12) refreshSoon.current();
  }, [sent, remaining]);
}

const isServiceReady = (): Promise<boolean> =>
  fetch("/readyz", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
