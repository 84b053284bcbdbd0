import { expect, expectNoSideways, expectNoViolations, test } from "@/e2e/fixtures";

const pages = [
  "/",
  "/find",
  "/find?q=Dudley",
  "/find?q=Newport",
  "/find?q=xyzzy",
  "/leps",
  "/leps/black-country",
  "/strategies",
  "/strategies/west-midlands",
  "/strategies/west-midlands/sections/1",
  "/strategies/west-midlands/sections/1/write",
  "/transparency",
  "/transparency/west-midlands",
  "/sign-in",
  "/my",
  "/credits",
  "/privacy",
  "/accessibility",
  "/demo",
];

for (const path of pages) {
  test(`${path} reads well for everybody`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectNoViolations(page);
    await expectNoSideways(page);
  });
}

test("a page that is not there says so", async ({ page, allowed }) => {
  allowed.push(/404/);
  const answer = await page.goto("/strategies/atlantis");
  expect(answer?.status()).toBe(404);
  await expectNoViolations(page);
});

test("a thread reads well for everybody", async ({ page }) => {
  await page.goto("/strategies/west-midlands/sections/1");
  await page.locator('main a[href*="/threads/"]').first().click();
  await expect(page).toHaveURL(/\/threads\//);
  await expectNoViolations(page);
  await expectNoSideways(page);
});
