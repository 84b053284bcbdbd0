import { vi } from "vitest";

/** Runs something at another moment: next-auth reads the clock itself. */
export async function atTime<T>(moment: Date, run: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: moment });
  try {
    return await run();
  } finally {
    vi.useRealTimers();
  }
}
