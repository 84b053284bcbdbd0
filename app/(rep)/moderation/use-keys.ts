import { type RefObject, useEffect, useRef, useState } from "react";
import { paths } from "@/lib/paths";
import type { Deed } from "@/prisma/generated/enums";
import type { QueueItem } from "./queue";
import type { Pending } from "./use-pending";

type Settings = { items: QueueItem[]; list: RefObject<HTMLOListElement | null>; pending: Pending };
type Asking = { item: QueueItem; deed: Deed };

/** j, k, p, t, x, m, o, u and ?, on whichever case has the focus (the first, when none has). */
export function useKeys({ items, list, pending }: Settings) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const goTo = useRef<number | null>(null);

  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>("a[data-case]") ?? [])];
  const at = () => links().indexOf(document.activeElement as HTMLAnchorElement);
  const focus = (index: number) => links()[Math.max(0, Math.min(index, links().length - 1))]?.focus();
  const current = () => items[Math.max(0, at())];

  // the next case takes the place of the one that was decided; when there is none yet, the first that comes
  useEffect(() => {
    if (goTo.current === null || items.length === 0) return;
    focus(goTo.current);
    goTo.current = null;
  });

  const decide = (item: QueueItem, deed: Deed, reason: string | null) => {
    goTo.current = items.indexOf(item);
    pending.decide({ id: item.id, alias: item.alias, version: item.version, deed, reason });
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
      if (item?.deeds.includes("publish") && !item.isDistressing && !item.isCut) decide(item, "publish", null);
      else open("");
    },
    t: () => ask("return"),
    x: () => ask("reject"),
    m: () => open("#field-words"),
    o: () => open(""),
    u: () => {
      goTo.current = Math.max(0, at());
      pending.undo();
    },
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
    openHelp: () => setHelpOpen(true),
    close: () => {
      if (asking) goTo.current = items.indexOf(asking.item);
      setHelpOpen(false);
      setAsking(null);
    },
    choose: (reason: string) => {
      if (asking) decide(asking.item, asking.deed, reason);
      setAsking(null);
    },
  };
}
