import { randomBytes } from "node:crypto";
import { startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, takeScreenshot, test } from "@/e2e/support/fixtures";

test("an officer puts a briefing together, shares it, and a colleague reads it; a rep gets a 404", async ({
  page,
  context,
  baseURL,
  allowed,
}) => {
  const mark = randomBytes(4).toString("hex");
  await startSessionAs(context, "Officer, Greater Manchester Combined Authority", baseURL ?? "");
  await page.goto("/officer");
  await page
    .getByRole("link", { name: /^Write a briefing/ })
    .first()
    .click();
  await page.locator("#field-title").fill(" ");
  await page.locator("summary").filter({ hasText: "Your introduction" }).click();
  await page.locator("#field-remark-start").fill(`The board asked for this (${mark}).`);
  await page.getByLabel("Moderation", { exact: true }).check();
  await page.getByLabel(/^All officers of/).check();
  await page.getByRole("button", { name: "Save briefing" }).click();
  await expect(page.locator("#field-title-error")).toContainText("Give the briefing a title.");
  await expect(page.locator("#field-remark-start")).toHaveValue(new RegExp(mark));
  await expect(page.getByLabel("Moderation", { exact: true })).toBeChecked();
  await expectNoViolations(page);
  await takeScreenshot(page, "briefing-form");
  await page.locator("#field-title").fill(`For the board ${mark}`);
  await page.getByRole("button", { name: "Save briefing" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `For the board ${mark}` })).toBeVisible();
  const remarks = page.getByRole("complementary").filter({ hasText: mark });
  await expect(remarks).toContainText("Written by officers of");
  for (const name of ["Purpose", "Moderation", "What this does not show"])
    await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await takeScreenshot(page, "briefing");
  const address = page.url();
  await context.clearCookies();

  await startSessionAs(context, "Second officer, Greater Manchester Combined Authority", baseURL ?? "");
  await page.goto("/officer/briefings");
  await expectNoViolations(page);
  await page.getByRole("link", { name: `For the board ${mark}` }).click();
  await page.getByRole("link", { name: "Edit briefing" }).click();
  await page.getByLabel("Moderation", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save briefing" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Moderation", exact: true })).toHaveCount(0);
  await expect(page.getByText(/Last changed on .* by Second officer/)).toBeVisible();
  const file = await context.request.get(`${address}/briefing.docx`);
  expect(file.headers()["content-type"]).toContain("wordprocessingml");
  await context.clearCookies();

  allowed.push(/404/);
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  expect((await page.goto(address))?.status()).toBe(404);
});
