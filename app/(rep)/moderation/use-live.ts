import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { paths } from "@/lib/paths";

/** Shows what changes in the queue as it does: when we are told, when decisions were sent, when few are left. */
export function useLive(left: number, sent: number): void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = useRef(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), 400);
  });

  useEffect(() => {
    const events = new EventSource(paths.queueEvents);
    const onChange = () => soon.current();
    events.addEventListener("queue", onChange);
    return () => events.close();
  }, []);

  useEffect(() => {
    if (sent > 0 && left < 12) soon.current();
  }, [sent, left]);
}
