import { randomBytes } from "node:crypto";
import { startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

test("a union corrects a fact about a board, an admin checks it, and everybody reads it", async ({
  page,
  context,
  baseURL,
}) => {
  const text = `The board has had a union seat since 2021 (${randomBytes(4).toString("hex")}).`;
  await page.goto("/leps/tees-valley/summary/area");
  await expect(page.getByRole("main")).toContainText("We looked for a seat for unions or employees and found none.");
  const form = await page.getByRole("link", { name: "Tees Valley LEP" }).last().getAttribute("href");

  await startSessionAs(context, "Editor (Unite)", baseURL ?? "");
  await page.goto(form ?? "");
  await page.locator("#field-text").fill(text);
  await page.locator("#field-source").fill("the minutes");
  await page.getByRole("button", { name: "Send correction" }).click();
  await expect(page.locator("#error-summary")).toContainText("Choose what it is about.");
  await expect(page.locator("#field-text")).toHaveValue(text); // what was typed is still there
  await page.locator("#field-topic").selectOption("board");
  await page.locator("#field-source").fill("https://minutes.example/2021");
  await page.getByRole("button", { name: "Send correction" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: text })).toContainText("Waiting for an admin");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  await context.clearCookies();
  await page.goto("/leps/tees-valley/summary/area");
  await expect(page.getByRole("main")).not.toContainText(text);
  await startSessionAs(context, "Admin", baseURL ?? "");
  await page.goto("/admin");
  await page.getByRole("link", { name: "Corrections of facts" }).click();
  await expectNoViolations(page);
  await page.getByRole("listitem").filter({ hasText: text }).getByRole("link").click();
  await expectNoViolations(page);
  await page.getByLabel("Yes, show it").check();
  await page.locator("#field-reply").fill("The minutes name the seat.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/admin\/corrections$/);
  await expect(page.getByRole("main")).not.toContainText(text);

  await context.clearCookies();
  await page.goto("/leps/tees-valley/summary/area");
  const shown = page.getByRole("listitem").filter({ hasText: text });
  await expect(shown).toContainText("From Unite");
  await expect(shown.getByRole("link", { name: "minutes.example" })).toBeVisible();
});
