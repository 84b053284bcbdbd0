import { expect, test } from "@playwright/test";
import { sweepPermissions } from "@/e2e/permissions/sweep";

// No browser: every page, route and action, as everybody, with the things of other people. See e2e/permissions/entries.
test("what is not yours is not there, and nothing that you may not do is done", async ({ baseURL }) => {
  test.setTimeout(600_000);
  const { faults, pages, actions, requests } = await sweepPermissions(baseURL ?? "");
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(115);
  expect(actions).toBeGreaterThan(95);
  test
    .info()
    .annotations.push({ type: "swept", description: `${pages} pages, ${actions} actions, ${requests} requests` });
});
