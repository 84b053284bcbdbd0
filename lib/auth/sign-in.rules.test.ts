import { expect, test } from "vitest";
import { signInMail } from "@/lib/auth/sign-in.rules";

test("the mail holds link and code, and nothing about comments or unions", () => {
  const { subject, text, html } = signInMail('https://ours.example/a?b="&c', "7K2M04QD");
  expect(subject).toBe("Your sign-in code");
  expect(text).toContain("7K2M 04QD");
  expect(text).toContain('\n\nhttps://ours.example/a?b="&c\n\n');
  expect(html).toContain("<strong>7K2M 04QD</strong>");
  expect(html).toContain('href="https://ours.example/a?b=&quot;&amp;c"');
  expect(`${subject}${text}${html}`).not.toMatch(/union|comment|strategy|at the table/i);
});
