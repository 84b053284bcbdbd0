import type { Instrumentation } from "next";

const shared = globalThis as typeof globalThis & { attFailure?: (error: unknown, where: string) => void };

/** What fails in a page, a form or a response goes through our log, without its message; Next's own output is suppressed. */
export const onRequestError: Instrumentation.onRequestError = (error) => shared.attFailure?.(error, "page");
