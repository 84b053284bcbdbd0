import type { Logger } from "@/lib/server/log";

/**
 * Sends what Next and libraries write to the console to the log, without its text, which may quote what a person
 * typed. Errors keep their class and place.
 * @returns a function that undoes it
 */
export function redirectConsole(log: Logger): () => void {
  const target = globalThis.console;
  const original = { error: target.error, warn: target.warn, log: target.log, info: target.info };
  const logValues = (at: "warn" | "error", values: unknown[]) => {
    const errors = values.filter((value) => value instanceof Error);
    for (const error of errors) log.failure(error, "console");
    if (errors.length === 0) log[at]({}, "Something was written to the console; `npm run dev` shows it.");
  };
  const redirected = {
    error: (...values: unknown[]) => logValues("error", values),
    warn: (...values: unknown[]) => logValues("warn", values),
    log: () => {},
    info: () => {},
  };
  Object.assign(target, redirected);
  return () => void Object.assign(target, original);
}
