import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

// next-auth has pages and addresses of its own. None of them can be reached: one route passes requests on to it, and
// that only to somebody who comes back from a provider. The table of docs/sign-in.md names them, and what each answers.

type Row = { address: string; statuses: number[] };

const table = readFileSync("docs/sign-in.md", "utf8").matchAll(/^\| `(\/api\/auth\S*)` \|((?: \d+ \|){4})/gm);
const rows: Row[] = [...table].map(([, address = "", statuses = ""]) => ({
  address,
  statuses: (statuses.match(/\d+/g) ?? []).map(Number),
}));

test("of the addresses under /api/auth only the callback of a provider is there, and lets no stranger in", async ({
  request,
  baseURL,
}) => {
  const headers = { origin: baseURL ?? "", "sec-fetch-site": "same-origin" };
  const options = { maxRedirects: 0, headers };
  const answers: Row[] = [];
  for (const { address } of rows) {
    const query = "?callbackUrl=https://evil.example&error=x&nextauth=session";
    const [read, withQuery, head, posted, put] = [
      await request.get(address, options),
      await request.get(address + query, options),
      await request.head(address, options),
      await request.post(address, { ...options, form: { csrfToken: "x", email: "x@example.org", json: "true" } }),
      await request.put(address, { ...options, data: "x" }),
    ];
    for (const response of [read, withQuery, head, posted, put]) {
      expect(response.headers()["set-cookie"] ?? "", address).not.toMatch(/session|csrf|next-auth/);
      expect(await response.text(), address).not.toMatch(/csrfToken|next-auth|NextAuth|evil\.example/);
      if (response.status() === 303) expect(response.headers().location).toBe("/sign-in?failed=walkers");
    }
    expect(withQuery.status(), address).toBe(read.status());
    answers.push({ address, statuses: [read, head, posted, put].map((response) => response.status()) });
  }
  expect(answers).toEqual(rows);
  expect(rows.length).toBe(18);
  expect(rows.filter(({ statuses }) => statuses[0] !== 404)).toEqual([
    { address: "/api/auth/callback/walkers", statuses: [303, 303, 405, 405] },
  ]);
});
