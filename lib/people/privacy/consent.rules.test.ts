import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { agrees, consentWording, consentWordings } from "@/lib/people/privacy/consent.rules";

test("the words that people agreed to are never changed: new words are a new version", () => {
  const hash = (words: object) => createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 16);
  expect(Object.fromEntries(Object.entries(consentWordings).map(([version, words]) => [version, hash(words)]))).toEqual(
    {
      "2026-11": "07fc02017506b454",
    },
  );
  expect(consentWordings).toHaveProperty([consentWording]);
});

test("an agreement stands until it is taken back", () => {
  expect(agrees({ consentedTo: "2026-11", consentEndedAt: null })).toBe(true);
  expect(agrees({ consentedTo: "2026-11", consentEndedAt: new Date() })).toBe(false);
  expect(agrees({ consentedTo: null, consentEndedAt: null })).toBe(false);
});
