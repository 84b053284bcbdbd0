import { expect, test } from "@playwright/test";

// next-auth has pages and addresses of its own. None of them can be reached: one route passes requests on to it, and
// that only to somebody who comes back from a provider.

const actions = ["", "signin", "signin/walkers", "signin/email", "signout", "session", "csrf", "providers"];
const more = ["callback", "callback/walkers/more", "error", "verify-request", "_log"];
const notProviders = ["callback/email", "callback/receipt", "callback/credentials", "callback/nobody"];

test("of the addresses under /api/auth only the callback of a provider is there, and lets no stranger in", async ({
  request,
  baseURL,
}) => {
  const headers = { origin: baseURL ?? "", "sec-fetch-site": "same-origin" };
  const options = { maxRedirects: 0, headers };
  const answers: Record<string, string> = {};
  for (const path of [...actions, ...more, ...notProviders, "callback/walkers"]) {
    const address = `/api/auth${path && `/${path}`}`;
    const statuses: number[] = [];
    for (const response of [
      await request.get(address, options),
      await request.get(`${address}?callbackUrl=https://evil.example&error=x&nextauth=session`, options),
      await request.head(address, options),
      await request.post(address, { ...options, form: { csrfToken: "x", email: "x@example.org", json: "true" } }),
      await request.put(address, { ...options, data: "x" }),
    ]) {
      statuses.push(response.status());
      expect(response.headers()["set-cookie"] ?? "", address).not.toMatch(/session|csrf|next-auth/);
      expect(await response.text(), address).not.toMatch(/csrfToken|next-auth|NextAuth|evil\.example/);
      if (response.status() === 303) expect(response.headers().location).toBe("/sign-in?failed=walkers");
    }
    answers[path] = statuses.join(" ");
  }
  const all = (paths: string[], statuses: string) => Object.fromEntries(paths.map((path) => [path, statuses]));
  expect(answers).toEqual({
    ...all([...actions, ...more], "404 404 404 404 404"),
    ...all(notProviders, "404 404 404 405 405"),
    "callback/walkers": "303 303 303 405 405",
  });
});
