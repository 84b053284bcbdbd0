import { type RefObject, useEffect, useState } from "react";
import { paths } from "@/lib/routes";
import type { Deed } from "@/prisma/generated/enums";
import type { QueueItem } from "./queue-list";
import { useFocus } from "./use-list-focus";
import type { Pending } from "./use-pending-decisions";

type Settings = { items: QueueItem[]; list: RefObject<HTMLOListElement | null>; pending: Pending };
type Asking = { item: QueueItem; deed: Deed };

/** j, k, p, t, x, m, o, u and ?, on whichever case has the focus (the first, when none has). */
export function useKeys({ items, list, pending }: Settings) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { at, focus, want } = useFocus(
    list,
    items.map(({ id }) => id),
  );
  const current = () => {
    if (at() < 0) focus(0);
    return items[Math.max(0, at())];
  };

  const decide = (item: QueueItem, deed: Deed, reason: string | null) =>
    pending.decide({ id: item.id, alias: item.alias, version: item.version, deed, reason });
  const undo = () => {
    const undone = pending.undo();
    if (undone) want(undone.id);
  };
  const ask = (deed: Deed) => {
    const item = current();
    if (item?.deeds.includes(deed)) setAsking({ item, deed });
  };
  const open = (hash: string) => {
    const item = current();
    if (item) location.assign(paths.case(item.id) + hash);
  };
  const deeds: Record<string, () => void> = {
    j: () => focus(at() + 1),
    k: () => focus(at() - 1),
    p: () => {
      const item = current();
      const fine = item?.deeds.find((deed) => deed === "publish" || (deed === "dismiss" && item.kind === "check"));
      if (item && fine && !item.isDistressing && !item.isCut) decide(item, fine, null);
      else open("");
    },
    t: () => ask("return"),
    x: () => ask("reject"),
    m: () => open("#field-words"),
    o: () => open(""),
    u: undo,
    "?": () => setHelpOpen(true),
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as Element).closest("input, textarea, select, dialog");
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping) return;
      const deed = Object.hasOwn(deeds, event.key) ? deeds[event.key] : undefined;
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  return {
    asking,
    isHelpOpen,
    decide,
    undo,
    openHelp: () => setHelpOpen(true),
    close: () => {
      setHelpOpen(false);
      setAsking(null);
    },
    choose: (reason: string) => {
      if (asking) decide(asking.item, asking.deed, reason);
      setAsking(null);
    },
  };
}
