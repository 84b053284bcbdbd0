import { type RefObject, useEffect, useRef } from "react";
import { nextFocusIndex } from "@/lib/moderation/queue/queue.rules";

/**
 * Keeps the focus at its place in a list when its row goes, whoever took it away: this rep's decision, a colleague's,
 * or a page made anew. @returns what moves the focus, by place or by a row's id
 */
export function useListFocus(list: RefObject<HTMLOListElement | null>, ids: string[]) {
  /** The row that has the focus, or had it last, in the list as it was then. */
  const lastFocused = useRef<{ id: string; among: string[] } | null>(null);
  const pendingFocusId = useRef<string | null>(null);
  const shown = useRef(ids);

  const rows = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>("a[data-case]") ?? [])];
  const at = () => rows().indexOf(document.activeElement as HTMLAnchorElement);
  const focus = (index: number) => rows()[Math.max(0, Math.min(index, rows().length - 1))]?.focus();

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const element = target as HTMLElement;
      const id = list.current?.contains(element) ? element.dataset.case : undefined;
      if (id) lastFocused.current = { id, among: shown.current };
      else if (!element.closest("dialog")) lastFocused.current = null;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [list]);

  useEffect(() => {
    shown.current = ids;
    const back = pendingFocusId.current === null ? -1 : ids.indexOf(pendingFocusId.current);
    if (back >= 0) {
      pendingFocusId.current = null;
      focus(back);
    }
    const { current } = lastFocused;
    if (!current) return;
    if (ids.includes(current.id)) lastFocused.current = { ...current, among: ids };
    else if (document.activeElement === document.body) focus(nextFocusIndex(current.id, current.among, ids));
  });

  /** The row with this id gets the focus as soon as it is shown. */
  const focusWhenShown = (id: string) => {
    pendingFocusId.current = id;
  };
  return { at, focus, focusWhenShown };
}
