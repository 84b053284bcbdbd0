import { useEffect, useRef, useState } from "react";
import { paths } from "@/lib/routes";
import type { Deed } from "@/prisma/generated/enums";

export type Choice = { id: string; alias: string; version: number; deed: Deed; reason: string | null };

/** Milliseconds in which a decision can be taken back before it is sent. */
export const undoLasts = 10_000;
/** So many can be taken back at once; the oldest is sent when there is one more. */
const mostPending = 12;

export type Pending = ReturnType<typeof usePending>;

/** Decisions that wait ten seconds before they are sent. Those that still wait are sent when the page is left. */
export function usePending() {
  const [waiting, setWaiting] = useState<Choice[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<string[]>([]);
  const [sent, setSent] = useState(0);
  const timers = useRef(new Map<string, { choice: Choice; timer: ReturnType<typeof setTimeout> }>());

  const take = (id: string) => {
    const held = timers.current.get(id);
    if (held) clearTimeout(held.timer);
    timers.current.delete(id);
    setWaiting((before) => before.filter((one) => one.id !== id));
    return held?.choice;
  };
  const forget = (id: string) => setGone((before) => new Set([...before].filter((one) => one !== id)));

  const send = async (id: string) => {
    const choice = take(id);
    if (!choice) return;
    const problem = await post(choice);
    setSent((before) => before + 1);
    if (!problem) return;
    forget(id);
    setProblems((before) => [...before, `${choice.alias}: ${problem}`]);
  };

  const decide = (choice: Choice) => {
    setProblems([]);
    setGone((before) => new Set([...before, choice.id]));
    setWaiting((before) => [...before, choice]);
    timers.current.set(choice.id, { choice, timer: setTimeout(() => void send(choice.id), undoLasts) });
    const [oldest] = timers.current.keys();
    if (timers.current.size > mostPending && oldest) void send(oldest);
  };

  const undo = (): Choice | undefined => {
    const last = [...timers.current.keys()].at(-1);
    if (!last) return undefined;
    forget(last);
    return take(last);
  };

  useEffect(() => {
    const flush = () => {
      for (const { choice, timer } of timers.current.values()) {
        clearTimeout(timer);
        void post(choice);
      }
      timers.current.clear();
    };
    addEventListener("pagehide", flush);
    return () => removeEventListener("pagehide", flush);
  }, []);

  return { waiting, problems, sent, decided: gone.size, isGone: (id: string) => gone.has(id), decide, undo };
}

/** @returns what was wrong, or null */
async function post({ id, version, deed, reason }: Choice): Promise<string | null> {
  const body = new URLSearchParams({ version: String(version), deed, ...(reason && { reason }) });
  try {
    const answer = await fetch(`${paths.case(id)}/decide`, { method: "POST", body, keepalive: true });
    const { error } = (await answer.json()) as { error: string | null };
    return error;
  } catch {
    return "It was not sent. Try again.";
  }
}
