import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { consentTexts, currentConsentVersion, hasConsent } from "@/lib/people/privacy/consent.rules";

test("a version of the consent never changes: a new text gets a new version", () => {
  const hash = (texts: object) => createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
  expect(Object.fromEntries(Object.entries(consentTexts).map(([version, texts]) => [version, hash(texts)]))).toEqual({
    "2026-11": "07fc02017506b454",
    "2026-12": "0f276c05182c96bb",
  });
  expect(consentTexts).toHaveProperty([currentConsentVersion]);
});

test("consent is valid until it is withdrawn", () => {
  expect(hasConsent({ consentedTo: "2026-11", consentEndedAt: null })).toBe(true);
  expect(hasConsent({ consentedTo: "2026-11", consentEndedAt: new Date() })).toBe(false);
  expect(hasConsent({ consentedTo: null, consentEndedAt: null })).toBe(false);
});
