import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { createStaff } from "@/e2e/support/staff";
import { hiddenFields, multipart } from "@/scripts/bench/http-requests";
import { type RawResponse, sendRawRequest } from "@/scripts/drill/raw-request";

// Whoever guesses addresses learns nothing: for one that has an account (and even a role) and one that nobody has, every
// answer on the way in is the same to the byte, but for what is random each time.
test("signing in looks the same whether the account exists", async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? "").port);
  const known = createStaff("Staff whom somebody guesses");
  const unknown = known.replace("staff-", "stafg-"); // as long
  const from = (network: string) => `${network}.${randomBytes(1)[0]}`;
  const runs = [
    signInResponses(port, known, from("203.0.113")),
    signInResponses(port, unknown, from("198.51.100")),
  ] as const;
  const [one, other] = await Promise.all(runs);
  expect(one.length).toBe(6 + 2); // six asks, of which the last is dropped; the page of the code, and a wrong one
  for (const [index, response] of one.entries()) expect(response, `response ${index}`).toBe(other[index]);
  expect(one[0]).toMatch(/^HTTP\/1\.1 303 /);
  expect(one[5]).toBe(one[4]);
  expect(one[7]).toContain("This is not the code");
});

/** Asks for mails until it is too often, opens the page of the code, and types a wrong one. @returns what came */
async function signInResponses(port: number, email: string, from: string): Promise<string[]> {
  let cookie = "";
  const headers = () => [
    "Accept-Encoding: identity",
    `X-Forwarded-For: ${from}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ];
  const get = (path: string) =>
    sendRawRequest(port, `${[`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, ...headers()].join("\r\n")}\r\n\r\n`);
  const send = async (path: string, field: string, typed: string) => {
    const forms = (await get(path))?.text.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const fields = hiddenFields(forms.find((html) => html.includes(`name="${field}"`)) ?? "").set(field, typed);
    return sendRawRequest(port, multipart(path, port, fields, headers()));
  };
  const responses: (RawResponse | null)[] = [];
  for (let mail = 0; mail < 6; mail++) {
    const response = await send("/sign-in", "email", email);
    cookie ||= /\r\nset-cookie: (sign-in=[^;]+)/i.exec(response?.text ?? "")?.[1] ?? "";
    responses.push(response);
  }
  responses.push(await get("/sign-in/code"), await send("/sign-in/code", "code", "00000000"));
  return responses.map((response) => withoutRandomParts(response, email));
}

/** Without what is random each time, and what they typed themselves. */
const withoutRandomParts = (response: RawResponse | null, email: string): string =>
  (response?.text ?? "no answer")
    .replaceAll(email, "ADDRESS")
    .replace(/\r\ndate: [^\r]+/i, "")
    .replaceAll(/Expires=[^;]+ GMT/g, "Expires=THEN") // the clock may move on between two answers
    .replaceAll(/sign-in=[A-Za-z0-9_-]+/g, "sign-in=RANDOM");
