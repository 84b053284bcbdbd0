import pino from "pino";

export type Logger = {
  /** One line a request. `route` is a pattern, never the path: that may say who reads what. */
  request: (line: { method: string; route: string; status: number; ms: number; cached: boolean }) => void;
  /** An error without its message, which may hold what a person typed. */
  failure: (error: unknown, where: string) => void;
  /** Our own texts and figures: nothing that a person typed. */
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
  error: (facts: object, message: string) => void;
  /** Writes the lines still in memory, before the process ends. */
  flush: () => void;
};

/**
 * Structured lines on standard output. Nothing personal: no address, browser, query, cookie or body.
 * @param showMessages whether errors carry their messages: only where the people are made up
 */
export function createLogger(level: string, showMessages: boolean): Logger {
  // written in blocks, off the request; a second later at the latest
  const out = pino.destination({ dest: 1, sync: false, minLength: 8_192 });
  const logger = pino({ level, base: null }, out);
  const timer = setInterval(() => out.flush(), 1_000);
  timer.unref();
  const isInfoEnabled = logger.isLevelEnabled("info");
  return {
    // put together by hand: pino itself would cost as much as the rest of a page from memory
    request: ({ method, route, status, ms, cached }) => {
      if (!isInfoEnabled) return;
      out.write(
        `{"level":30,"time":${Date.now()},"method":"${method}","route":"${route}","status":${status},"ms":${ms},"cached":${cached}}\n`,
      );
    },
    failure: (error, where) => logger.error({ where, ...describeError(error, showMessages) }),
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
    flush: () => {
      try {
        out.flushSync();
      } catch {
        // not open yet, or the reader has gone
      }
    },
  };
}

/** An error's class and place, to find it in the code by. */
export function describeError(error: unknown, showMessages: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, digest } = error as Error & { code?: unknown; digest?: unknown };
  const text = error.stack ?? "";
  const frames = text.slice(text.indexOf(error.message) + error.message.length); // a message may have lines as well
  const stack = frames.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.constructor.name === "Error" ? error.name : error.constructor.name,
    ...(typeof code === "string" && /^[A-Za-z0-9_]{1,40}$/.test(code) ? { code } : {}),
    ...(typeof digest === "string" && /^\d{1,20}$/.test(digest) ? { digest } : {}),
    ...(showMessages ? { message: error.message } : {}),
    stack: stack.slice(0, 12).map((line) => line.trim().slice(3)),
    ...(error.cause ? { cause: describeError(error.cause, showMessages) } : {}),
  };
}

/** Milliseconds since a performance.now(), in hundredths. */
export const elapsedSince = (start: number): number => Math.round((performance.now() - start) * 100) / 100;
