import { type RefObject, useEffect, useRef } from "react";
import { nextFocusIndex } from "@/lib/moderation/queue/queue.rules";

/**
 * Moves the focus to the next row when the focused row is removed: by this rep, by a colleague or by a refresh.
 * @returns the index of the focused row (-1 for none), and functions that move the focus by index or by id
 */
export function useListFocus(list: RefObject<HTMLElement | null>, ids: string[]) {
  /** The row that was focused last, and the list as it was then. */
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

  /** Focuses the row with this id once it is shown. */
  const focusWhenShown = (id: string) => {
    pendingFocusId.current = id;
  };
  return { at, focus, focusWhenShown };
}
