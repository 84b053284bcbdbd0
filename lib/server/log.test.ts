import { expect, test } from "vitest";
import { describeError } from "@/lib/server/log";

test("an error is logged by its class and place, without its message", () => {
  const error = Object.assign(new TypeError("Ann Example wrote\n    at Ann"), {
    code: "P2002",
    cause: new RangeError("ann@example.org"),
  });
  const described = describeError(error, false);
  expect(described).toMatchObject({ error: "TypeError", code: "P2002", cause: { error: "RangeError" } });
  expect(JSON.stringify(described)).not.toMatch(/Ann|example\.org/);
  expect(JSON.stringify(described.stack)).toContain("log.test.ts");
});

test("a thrown value that is no error is left out altogether", () => {
  expect(describeError("Ann Example", false)).toEqual({ error: "string" });
});

test("development shows the message", () => {
  expect(describeError(new Error("why"), true)).toMatchObject({ message: "why" });
});
