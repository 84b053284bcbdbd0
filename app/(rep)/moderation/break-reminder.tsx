import { useEffect, useState } from "react";
import { Callout } from "@/components/ui/callout";

const readingLimit = 45 * 60_000;
const decisionLimit = 60;

/** Suggests a break after 45 minutes or 60 decisions. */
export function BreakReminder({ decided }: { decided: number }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const since = Number(sessionStorage.getItem("reading-since")) || Date.now();
    sessionStorage.setItem("reading-since", String(since));
    const timer = setTimeout(() => setLong(true), Math.max(0, since + readingLimit - Date.now()));
    return () => clearTimeout(timer);
  }, []);
  if (!isLong && decided < decisionLimit) return null;
  return (
    <Callout title="Time for a break?">
      <p>
        You have been reading for a while. Take a few minutes away from the screen. The queue can wait, and your
        colleagues can see it too.
      </p>
    </Callout>
  );
}
