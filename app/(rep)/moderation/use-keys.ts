import { useEffect, useState } from "react";

/**
 * Listens to single keys, unless somebody types or has switched them off on this device.
 * @param handlers what each key does
 */
export function useKeys(handlers: Record<string, () => void>) {
  const [areOff, setOff] = useState(false);
  useEffect(() => setOff(localStorage.getItem("keys") === "off"), []);
  const switchKeys = () => {
    if (areOff) localStorage.removeItem("keys");
    else localStorage.setItem("keys", "off");
    setOff(!areOff);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as Element).closest("input, textarea, select, dialog");
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping || areOff) return;
      const handler = Object.hasOwn(handlers, event.key) ? handlers[event.key] : undefined;
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
  return { areOff, switchKeys };
}
