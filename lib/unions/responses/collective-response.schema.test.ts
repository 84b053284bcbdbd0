import { describe, expect, test } from "vitest";
import { mandateInput, maxPartLength, responsePartInput } from "@/lib/unions/responses/collective-response.schema";

const typed = {
  covers: "Bus workers in the West Midlands",
  consulted: "4,000",
  tookPart: "1212",
  method: "ballot",
  from: "2026-01-05",
  to: "2026-01-30",
  minority: "Some would rather see the money go to trams.",
  version: "0",
};

test("a mandate with numbers as people type them", () => {
  expect(mandateInput.parse(typed)).toMatchObject({ consulted: 4000, tookPart: 1212 });
});

describe("an impossible mandate has an error on its field", () => {
  test.each([
    ["tookPart", { tookPart: "4001" }],
    ["tookPart", { tookPart: "0" }],
    ["consulted", { consulted: "many" }],
    ["consulted", { consulted: "4,00" }],
    ["consulted", { consulted: "99999999" }],
    ["consulted", { consulted: "" }],
    ["covers", { covers: "  " }],
    ["minority", { minority: "" }],
    ["minority", { minority: "a\0b" }],
    ["method", { method: "guess" }],
    ["from", { from: "5 January" }],
    ["from", { from: "2026-02-31x" }],
    ["to", { to: "2025-12-31" }],
    ["to", { to: "2999-01-01" }],
  ])("%s: %o", (field, wrong) => {
    const parsed = mandateInput.safeParse({ ...typed, ...wrong });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});

test("a part has a maximum length in characters", () => {
  expect(responsePartInput.safeParse({ text: "é".repeat(maxPartLength), version: "1" }).success).toBe(true);
  expect(responsePartInput.safeParse({ text: "é".repeat(maxPartLength + 1), version: "1" }).success).toBe(false);
});
