import { format } from "node:util";
import { afterEach, beforeEach, expect, vi } from "vitest";

// A warning that nobody expected fails the test. One that is expected: vi.spyOn(console, "error") in the test.
const messages: string[] = [];

beforeEach(() => {
  messages.length = 0;
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation(
      (...args) => void messages.push(`console.${level}: ${format(...args)}`),
    );
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(messages).toEqual([]);
});
