import { type RefObject, useState } from "react";
import type { ModerationAction } from "@/prisma/generated/enums";
import type { QueueItem } from "./queue-list";
import { useKeys } from "./use-keys";
import { useListFocus } from "./use-list-focus";
import type { PendingState } from "./use-pending-decisions";

type Options = { items: QueueItem[]; list: RefObject<HTMLElement | null>; pending: PendingState };
type ReasonPrompt = { item: QueueItem; action: ModerationAction };

/** Keyboard shortcuts for the case with the focus: see keyboard-help.tsx. */
export function useKeyboardShortcuts({ items, list, pending }: Options) {
  const [reasonPrompt, setReasonPrompt] = useState<ReasonPrompt | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { at, focus, focusWhenShown } = useListFocus(
    list,
    items.map(({ id }) => id),
  );
  /** The case with the focus. Without one a key decides nothing: it takes the focus to the first case. */
  const current = () => {
    const index = at();
    if (index < 0) focus(0);
    return items[index];
  };

  const decide = (item: QueueItem, action: ModerationAction, reason: string | null) =>
    pending.decide({ id: item.id, alias: item.alias, version: item.version, action, reason });
  const undo = () => {
    const undone = pending.undo();
    if (undone) focusWhenShown(undone.id);
  };
  const promptForReason = (action: ModerationAction) => {
    const item = current();
    if (item?.actions.includes(action)) setReasonPrompt({ item, action });
  };
  const open = (hash: string) => {
    const item = current();
    if (item) location.assign(item.href + hash);
  };
  const handlers: Record<string, () => void> = {
    j: () => focus(at() + 1),
    k: () => focus(at() - 1),
    p: () => {
      const item = current();
      if (!item) return;
      const immediateAction = item.actions.find(
        (action) => action === "publish" || (action === "dismiss" && item.kind === "check"),
      );
      if (immediateAction && !item.isDistressing && !item.isCut) decide(item, immediateAction, null);
      else open("");
    },
    t: () => promptForReason("return"),
    x: () => promptForReason("reject"),
    m: () => open("#field-phrases"),
    o: () => open(""),
    u: undo,
    "?": () => setHelpOpen(true),
  };

  const { areOff, switchKeys } = useKeys(handlers);

  return {
    reasonPrompt,
    isHelpOpen,
    areOff,
    switchKeys,
    decide,
    undo,
    openHelp: () => setHelpOpen(true),
    close: () => {
      setHelpOpen(false);
      setReasonPrompt(null);
    },
    choose: (reason: string) => {
      if (reasonPrompt) decide(reasonPrompt.item, reasonPrompt.action, reason);
      setReasonPrompt(null);
    },
  };
}
