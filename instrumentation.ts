import type { Instrumentation } from "next";

const shared = globalThis as typeof globalThis & { attFailure?: (error: unknown, where: string) => void };

/** What fails in a page, a form or an answer goes through our log, without its message; Next itself is told to be quiet. */
export const onRequestError: Instrumentation.onRequestError = (error) => shared.attFailure?.(error, "page");
