import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { paths } from "@/lib/routes";

/** Milliseconds in which what changes together is shown together, and from one refresh to the next at least. */
const gathers = 250;
const spacing = 1_000;

/**
 * Shows what changes in the queue as it does: when we are told, when decisions were sent, when few are left. What comes
 * while the page is being made anew waits for it, and has it made once more: changes without end neither pile up nor
 * put it off.
 */
export function useLive(left: number, sent: number): void {
  const router = useRouter();
  const [isUnderWay, begin] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const came = useRef(false);

  const underWay = useRef(false);
  const began = useRef(0);

  const soon = useRef(() => {
    came.current = true;
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        if (underWay.current) return;
        came.current = false;
        began.current = Date.now();
        begin(() => router.refresh());
      },
      Math.max(gathers, began.current + spacing - Date.now()),
    );
  });

  useEffect(() => {
    underWay.current = isUnderWay;
    if (!isUnderWay && came.current) soon.current();
  }, [isUnderWay]);

  useEffect(() => {
    const events = new EventSource(paths.queueEvents);
    const onChange = () => soon.current();
    events.addEventListener("queue", onChange);
    return () => {
      events.close();
      clearTimeout(timer.current);
    };
  }, []);

  useEffect(() => {
    if (sent > 0 && left < 12) soon.current();
  }, [sent, left]);
}
