import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { recordKey } from "./record-key";

test("the first 32 bits of HMAC-SHA256(secret, participant|strategy)", () => {
  const hex = createHmac("sha256", "secret").update("person|plan").digest("hex");
  expect(recordKey("secret", "person", "plan")).toBe(Number.parseInt(hex.slice(0, 8), 16));
  expect(recordKey("secret", "person", "other")).not.toBe(recordKey("secret", "person", "plan"));
});
