import { readdirSync } from "node:fs";
import type { APIResponse } from "@playwright/test";
import { startSessionAs } from "@/e2e/support/database";
import { expect, test } from "@/e2e/support/fixtures";

// Every page and route, requested with hostile input: none breaks, for anybody.

test.describe.configure({ mode: "parallel" });

const hostileSegments = [
  "west-midlands",
  "1",
  "99999999999999999999",
  "__proto__",
  "%27%20OR%201%3D1%20--",
  "..%2f..%2fetc%2fpasswd",
  "%F0%9F%98%80",
  "%00",
];
const queries = [
  "",
  "?after=x",
  "?cursor=2019-13-45.a&after=%27&before=1e99",
  "?q=%25_%5C&sort=x&theme=__proto__&section=-1",
  "?after[]=1&q[x]=1&q=a&q=b",
  "?after=a&after=b&before=1&before=2&area=a&area=b&strategy=a&strategy=b",
];

/** "/strategies/[slug]/threads/[id]", of every page and every answer. */
const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|[\\/])(page\.tsx|route\.ts)$/.test(file) && !/events/.test(file)) // events never end
  .map(
    (file) =>
      `/${file
        .replace(/\\/g, "/")
        .replace(/\([^/]+\)\//g, "")
        .replace(/\/?(page\.tsx|route\.ts)$/, "")}`,
  );

for (const who of ["nobody", "Rep 1 (Unite)"]) {
  test(`${who} asks for every page in every strange way`, async ({ context }, { project }) => {
    const baseURL = project.use.baseURL ?? "";
    test.setTimeout(240_000);
    if (who !== "nobody") await startSessionAs(context, who, baseURL);
    const broken: string[] = [];
    let requestCount = 0;
    const requestPath = async (path: string) => {
      requestCount += 1;
      const response = await context.request.get(path, { maxRedirects: 0 });
      if (response.status() >= 500) broken.push(`${response.status()} ${path.slice(0, 120)}`);
    };
    for (const route of routes) {
      const names = [...route.matchAll(/\[\w+\]/g)];
      const segments = names.length === 0 ? ["x"] : hostileSegments;
      await Promise.all(
        segments.map((value) =>
          requestPath(route.replace(/\[\w+\]/g, value) + (queries[value.length % queries.length] ?? "")),
        ),
      );
      if (names.length === 0) await Promise.all(queries.map((query) => requestPath(route + query)));
    }
    expect(requestCount).toBeGreaterThan(250);
    expect(broken).toEqual([]);
  });
}

test("a form thirty thousand lists deep, a broken one, and one that names no action: refused with a reason, and all goes on", async ({
  context,
}, { project }) => {
  const baseURL = project.use.baseURL ?? "";
  const own = { origin: baseURL, "sec-fetch-site": "same-origin" };
  const deep = "[".repeat(30_000);
  const id = "0".repeat(42);
  const listForms = (refs: Record<string, string>): [status: number, form: Record<string, string>][] => [
    [400, { ...refs, "$ACTION_1:1": deep + "]".repeat(30_000) }],
    [400, { ...refs, "$ACTION_1:1": deep }],
    [400, refs],
    [409, { ...refs, "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}`, "$ACTION_1:1": "[]" }], // as if from an older page
    [400, { $ACTION_REF_1: "", "$ACTION_1:0": deep }],
    [400, { $ACTION_REF_1: "", "$ACTION_1:0": '{"__proto__":{"id":"x"}}' }],
    [409, { [`$ACTION_ID_${id}`]: "" }],
    [400, { $ACTION_KEY: "k".repeat(10_000) }],
  ];
  for (const path of ["/complaints", "/sign-in", "/strategies/west-midlands/sections/1/write"]) {
    const page = await (await context.request.get(path)).text();
    const known = /&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/.exec(page)?.[1]; // an action of this page
    const responses: [number, APIResponse][] = [];
    for (const [status, multipart] of listForms({
      $ACTION_REF_1: "",
      "$ACTION_1:0": `{"id":"${known}","bound":"$@1"}`,
    }))
      responses.push([status, await context.request.post(path, { multipart, headers: own })]);
    const broken = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n';
    const headers = { ...own, "content-type": "multipart/form-data; boundary=x" };
    responses.push([400, await context.request.post(path, { data: broken, headers })]);
    for (const [index, [status, response]] of responses.entries()) {
      expect(response.status(), `${path}, form ${index}`).toBe(status);
      expect(await response.text()).toContain(
        status === 400 ? "We did not understand your request" : "use the back button",
      );
    }
    expect((await context.request.get("/healthz")).status()).toBe(200);
  }
  expect((await context.request.get("/complaints")).status()).toBe(200);
});
