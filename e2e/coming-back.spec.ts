import { expect, expectNoSideways, expectNoViolations, test } from "@/e2e/fixtures";

// A shop worker looks in a break what became of what she wrote.
test("she reads what was decided and why, and what she answered", async ({ page }) => {
  await page.goto("/demo");
  await page.getByRole("button", { name: /Shop worker in Camborne/ }).click();
  await expect(page.getByRole("heading", { name: "My comments" })).toBeVisible();
  await expectNoSideways(page);
  await page.getByRole("link", { name: /^What was decided/ }).click();
  const returned = page.getByRole("article", { name: /asks you to change something/ });
  await expect(returned).toContainText("could show who a person is");
  await expect(returned.locator("mark").first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoSideways(page);
  await page.getByRole("link", { name: "Go back to my comments" }).click();
  await page.getByRole("link", { name: /^What you answered/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "You agree" }).first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoSideways(page);
  await page.getByRole("link", { name: "Load more" }).click();
  await page
    .getByRole("link", { name: /^Change it/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Your answer" })).toBeVisible();
});
