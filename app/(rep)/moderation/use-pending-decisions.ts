import { useEffect, useRef, useState } from "react";
import { paths } from "@/lib/routes";
import type { ModerationAction } from "@/prisma/generated/enums";

export type PendingDecision = {
  id: string;
  alias: string;
  version: number;
  action: ModerationAction;
  reason: string | null;
};

/** Milliseconds for which a decision can be undone before it is sent. */
export const undoWindow = 10_000;
/** Decisions that can be undone at once. With one more the oldest is sent. */
const maxPending = 12;

export type PendingState = ReturnType<typeof usePendingDecisions>;

/** Decisions that wait ten seconds before they are sent, so that they can be undone. Leaving the page sends them. */
export function usePendingDecisions() {
  const [waiting, setWaiting] = useState<PendingDecision[]>([]);
  const [hiddenIds, setHiddenIds] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<string[]>([]);
  const [sent, setSent] = useState(0);
  const timers = useRef(new Map<string, { choice: PendingDecision; timer: ReturnType<typeof setTimeout> }>());

  const remove = (id: string) => {
    const entry = timers.current.get(id);
    if (entry) clearTimeout(entry.timer);
    timers.current.delete(id);
    setWaiting((before) => before.filter((one) => one.id !== id));
    return entry?.choice;
  };
  const unhide = (id: string) => setHiddenIds((before) => new Set([...before].filter((one) => one !== id)));

  const send = async (id: string) => {
    const choice = remove(id);
    if (!choice) return;
    const problem = await postDecision(choice);
    setSent((before) => before + 1);
    if (!problem) return;
    unhide(id);
    setProblems((before) => [...before, `${choice.alias}: ${problem}`]);
  };

  const decide = (choice: PendingDecision) => {
    setProblems([]);
    setHiddenIds((before) => new Set([...before, choice.id]));
    setWaiting((before) => [...before, choice]);
    timers.current.set(choice.id, { choice, timer: setTimeout(() => void send(choice.id), undoWindow) });
    const [oldest] = timers.current.keys();
    if (timers.current.size > maxPending && oldest) void send(oldest);
  };

  const undo = (): PendingDecision | undefined => {
    const last = [...timers.current.keys()].at(-1);
    if (!last) return undefined;
    unhide(last);
    return remove(last);
  };

  useEffect(() => {
    const flush = () => {
      for (const { choice, timer } of timers.current.values()) {
        clearTimeout(timer);
        void postDecision(choice);
      }
      timers.current.clear();
    };
    addEventListener("pagehide", flush);
    return () => removeEventListener("pagehide", flush);
  }, []);

  return { waiting, problems, sent, decided: hiddenIds.size, isGone: (id: string) => hiddenIds.has(id), decide, undo };
}

/** @returns an error message, or null */
async function postDecision({ id, version, action, reason }: PendingDecision): Promise<string | null> {
  const body = new URLSearchParams({ version: String(version), decision: action, ...(reason && { reason }) });
  try {
    const response = await fetch(`${paths.case(id)}/decide`, { method: "POST", body, keepalive: true });
    const { error } = (await response.json()) as { error: string | null };
    return error;
  } catch {
    return "This was not sent. Try again.";
  }
}
