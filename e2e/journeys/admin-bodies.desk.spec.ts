import { randomBytes } from "node:crypto";
import { startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

test("an admin adds a council that took over, and begins its strategy", async ({ page, context, baseURL }) => {
  const mark = randomBytes(4).toString("hex");
  await startSessionAs(context, "Admin", baseURL ?? "");
  await page.goto("/admin/bodies");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Add this kind" }).first().click();
  await expect(page.locator("#field-body-kind-name-error")).toContainText("Give its name");
  await page.locator("#field-body-kind-name").fill(`Council ${mark}`);
  await page.locator("#field-body-kind-plural").fill(`Councils ${mark}`);
  await page.locator("#field-body-kind-short").fill("County Council");
  await page.getByRole("button", { name: "Add this kind" }).first().click();
  await page.locator("#field-kind").selectOption({ label: `Council ${mark}` });
  await page.locator("#field-name").fill(`Kent ${mark}`);
  await page.locator("#field-hasMayor").check();
  await page.locator("#field-districts").fill("Dover\nParis");
  await page.getByRole("button", { name: "Add the body" }).click();
  await expect(page.locator("#field-districts-error")).toContainText("Paris");
  await expect(page.locator("#field-name")).toHaveValue(`Kent ${mark}`);
  await expectNoViolations(page);
  await page.locator("#field-districts").fill("Dover\nAshford");
  await page.getByRole("button", { name: "Add the body" }).click();
  await page.goto("/leps");
  await expect(page.getByRole("heading", { name: `Councils ${mark}` })).toBeVisible();
  await page.getByRole("link", { name: `Kent ${mark} County Council` }).click();
  await expect(
    page.getByText(`What working people say to the Kent ${mark} County Council, a Council ${mark}.`),
  ).toBeVisible();
  await expectNoViolations(page);
  await page.goto("/admin/bodies");
  await page.getByRole("link", { name: "Start a strategy" }).click();
  await page.locator("#field-body").selectOption({ label: `Kent ${mark} County Council` });
  await page.locator("#field-kind").selectOption("local-industrial-strategy");
  await page.locator("#field-areaName").fill(`Kent ${mark}`);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText(`Led by Kent ${mark} County Council.`)).toBeVisible();
});
