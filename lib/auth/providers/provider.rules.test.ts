import { expect, test } from "vitest";
import { provesSecondFactor, trustedAddress } from "@/lib/auth/providers/provider.rules";
import { type Provider, provider } from "@/lib/auth/providers/provider.schema";
import { readEnv } from "@/lib/env";

const plain: Provider = provider.parse({
  id: "union",
  name: "A union",
  issuer: "https://sign-in.example",
  clientId: "us",
  clientSecret: "secret",
});
const claims = { iss: plain.issuer, sub: "1" };

test("a second factor counts only where the operator's settings match the claims", () => {
  const strict = { ...plain, secondFactor: { amr: ["mfa"], acr: ["high"] } };
  expect(provesSecondFactor(plain, { ...claims, amr: ["mfa"], acr: "high" })).toBe(false);
  expect(provesSecondFactor(strict, claims)).toBe(false);
  expect(provesSecondFactor(strict, { ...claims, amr: ["pwd"], acr: "low" })).toBe(false);
  expect(provesSecondFactor(strict, { ...claims, amr: ["pwd", "mfa"] })).toBe(true);
  expect(provesSecondFactor(strict, { ...claims, acr: "high" })).toBe(true);
});

test("an address is trusted only when it is verified and in the provider's own domain", () => {
  const own = { ...plain, addressesOf: ["union.example"] };
  const address = { ...claims, email: "Rep@Union.example", email_verified: true };
  expect(trustedAddress(own, address)).toBe("rep@union.example");
  expect(trustedAddress(plain, address)).toBeNull();
  expect(trustedAddress(own, { ...address, email_verified: false })).toBeNull();
  expect(trustedAddress(own, { ...claims, email: "rep@union.example" })).toBeNull();
  expect(trustedAddress(own, { ...address, email: "rep@union.example.org" })).toBeNull();
  expect(trustedAddress(own, { ...address, email: "union.example" })).toBeNull();
});

test.each([
  ["no JSON", "{", /SIGN_IN_PROVIDERS: a list as JSON/],
  ["no list", "{}", /SIGN_IN_PROVIDERS/],
  ["an address without https", JSON.stringify([{ ...plain, issuer: "http://sign-in.example" }]), /https address/],
  ["a misspelt setting", JSON.stringify([{ ...plain, secondfactor: {} }]), /secondfactor/],
  ["the same twice", JSON.stringify([plain, plain]), /two have the same id/],
])("%s stops the start with a message", (_name, text, message) => {
  expect(() => readEnv({ SIGN_IN_PROVIDERS: text })).toThrow(message);
});
