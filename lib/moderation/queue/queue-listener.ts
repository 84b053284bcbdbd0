import { subscribe } from "@/lib/database/listener";

/**
 * Calls back whenever the queue of some areas has changed, until `stop`. What changes while the connection is lost
 * shows at the next change, or when the page is loaded again.
 */
export const subscribeToQueue = (onChange: (areaIds: string[]) => void): { stop: () => Promise<void> } =>
  subscribe({ channel: "queue", onNotification: onChange });
