import { format } from "node:util";
import { afterEach, beforeEach, expect, vi } from "vitest";

// A warning that nobody expected fails the test. One that is expected: vi.spyOn(console, "error") in the test.
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void said.push(`console.${level}: ${format(...words)}`));
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});
