import { expect, test } from "vitest";
import { isRefusedForGood } from "@/lib/notifications/mail.rules";

test.each([
  ["RCPT TO", "550 5.1.1 No such user", true],
  ["RCPT TO", "550 5.1.2 No such domain", true],
  ["RCPT TO", "550 5.1.10 Recipient not found", true],
  ["RCPT TO", "550 5.2.1 Mailbox disabled", true],
  ["RCPT TO", "553-5.1.3 Bad address", true],
  ["RCPT TO", "550 No such user here", true],
  ["RCPT TO", "550-The address does not exist.\n550 5.1.1 See example.org", true],
  ["RCPT TO", "550 #5.1.1 No such user", true],
  ["RCPT TO", "556 Domain does not accept mail", true],
  ["RCPT TO", "550-Refused, see example.org\n550 5.7.1 Listed", false],
  ["RCPT TO", "550 Greylisted, please try again later", false],
  ["RCPT TO", "550 Blocked by our policy", false],
  ["RCPT TO", "550 Your IP is on a blacklist", false],
  ["RCPT TO", "550 Listed at zen.spamhaus.org", false],
  ["RCPT TO", "550 Relaying denied", false],
  ["RCPT TO", "550 SPF check failed", false],
  ["RCPT TO", "550 Mailbox full, quota exceeded", false],
  ["RCPT TO", "550 Too many messages, rate limited", false],
  ["RCPT TO", "550 Authentication required", false],
  ["RCPT TO", "553 sorry, that domain isn't in my list of allowed rcpthosts", false],
  ["RCPT TO", "550 5.7.1 Refused by policy", false],
  ["RCPT TO", "552 5.2.2 Mailbox full", false],
  ["RCPT TO", "554 Try later", false],
  ["RCPT TO", "554 5.7.1 Greylisted", false],
  ["RCPT TO", "451 4.3.0 Try later", false],
  ["MAIL FROM", "530 5.7.0 Authenticate first", false],
  ["MAIL FROM", "550 5.1.1 Sender unknown", false],
  ["MAIL FROM", "554 5.0.0 Try later", false],
  ["DATA", "554 5.7.1 Try later", false],
  ["DATA", "550 5.1.1 Found out too late", false],
  ["AUTH PLAIN", "535 5.7.8 Wrong password", false],
])("%s answered with %s: refused for good is %s", (command, response, expected) => {
  expect(isRefusedForGood({ command, response, responseCode: Number(response.slice(0, 3)) })).toBe(expected);
});

test("a connection that broke off is tried again", () => {
  expect(isRefusedForGood({})).toBe(false);
  expect(isRefusedForGood({ command: "CONN" })).toBe(false);
});
