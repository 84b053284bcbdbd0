import { expect, test } from "vitest";
import { bodyTitle } from "@/lib/areas/body.rules";

test("a body's title is its name and the short name of its kind", () => {
  expect(bodyTitle({ name: "Solent", kind: { short: "LEP" } })).toBe("Solent LEP");
});
