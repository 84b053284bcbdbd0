import { randomBytes } from "node:crypto";
import { runSql, startSessionAs } from "@/e2e/support/database";
import { expect, expectAccessible, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

// In her break, a shop worker checks what became of her comment.
test("she reads what was decided and why, and what she answered", async ({ page }) => {
  await page.goto("/demo");
  await page.getByRole("button", { name: /Shop worker in Camborne/ }).click();
  await expect(page.getByRole("heading", { name: "My comments" })).toBeVisible();
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: /^What was decided/ }).click();
  const returned = page.getByRole("article", { name: /asks you to change something/ });
  await expect(returned).toContainText("could show who a person is");
  await expect(returned.locator("mark").first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "Go back to my comments" }).click();
  await page.getByRole("link", { name: /^What you answered/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "You agree" }).first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "Load more" }).click();
  await page
    .getByRole("link", { name: /^Change it/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Your answer" })).toBeVisible();
});

test("she has no more e-mails when something is new, and then has them again", async ({ page, context, baseURL }) => {
  const mark = `mails-${randomBytes(4).toString("hex")}`;
  await runSql(`INSERT INTO accounts (id, label, "emailSealed") VALUES ('${mark}', '${mark}', '\\x01')`);
  await startSessionAs(context, mark, baseURL ?? "");
  await page.goto("/my/notices");
  await expect(page.getByRole("main")).toContainText(
    "We write to you when something is new here, once an hour at most.",
  );
  await page.getByRole("button", { name: "Stop these e-mails" }).click();
  await expect(page.getByRole("main")).toContainText("We do not write to you when something is new here.");
  await page.getByRole("button", { name: "Write to me when something is new" }).click();
  await expect(page.getByRole("button", { name: "Stop these e-mails" })).toBeVisible();
  await expectAccessible(page);
});
