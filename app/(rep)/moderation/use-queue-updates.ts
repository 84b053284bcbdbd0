import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { paths } from "@/lib/routes";

/** Milliseconds in which what changes together is shown together, and from one refresh to the next at least. */
const batchDelay = 250;
const minRefreshInterval = 1_000;

/**
 * Shows what changes in the queue as it does: when we are told, when decisions were sent, when few are left. What comes
 * while the page is being made anew waits for it, and has it made once more: changes without end neither pile up nor
 * put it off.
 */
export function useQueueUpdates(remaining: number, sent: number): void {
  const router = useRouter();
  const [isUnderWay, begin] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasChanges = useRef(false);

  const underWay = useRef(false);
  const lastRefreshAt = useRef(0);

  const refreshSoon = useRef(() => {
    hasChanges.current = true;
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        if (underWay.current) return;
        hasChanges.current = false;
        lastRefreshAt.current = Date.now();
        begin(() => router.refresh());
      },
      Math.max(batchDelay, lastRefreshAt.current + minRefreshInterval - Date.now()),
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
    return () => {
      events.close();
      clearTimeout(timer.current);
    };
  }, []);

  useEffect(() => {
    if (sent > 0 && remaining < 12) refreshSoon.current();
  }, [sent, remaining]);
}
