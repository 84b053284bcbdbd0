import { randomBytes } from "node:crypto";
import { runSql, startSessionAs } from "@/e2e/support/database";
import { expect, expectAccessible, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

// In her break, a shop worker checks what became of her comment.
test("she reads what was decided and why, and what she answered", async ({ page }) => {
  await page.goto("/demo");
  await page.getByRole("button", { name: /Shop worker in Camborne/ }).click();
  await expect(page.getByRole("heading", { name: "My comments" })).toBeVisible();
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: /^Decisions about your comments/ }).click();
  const returned = page.getByRole("article", { name: /has asked you to change something/ });
  await expect(returned).toContainText("could identify a person");
  await expect(returned.locator("mark").first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "My comments" }).click();
  await page.getByRole("link", { name: /^Your reactions/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "You agree" }).first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "Load more" }).click();
  await page
    .getByRole("link", { name: /^Change it/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Your reaction" })).toBeVisible();
});

// On pages that are the same for everybody a script shows it; without one the link leads to the right page.
test("the header shows that she is signed in, leads to her comments, and signs her out, on every kind of page", async ({
  page,
  context,
}) => {
  const hasScripts = test.info().project.use.javaScriptEnabled !== false;
  const header = page.getByRole("navigation", { name: "Main" });
  await page.goto("/strategies");
  await header.getByRole("link", { name: "Your work or sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=\/your-work$/);
  await page.goto("/demo");
  await page.getByRole("button", { name: /Shop worker in Camborne/ }).click();
  await expect(page).toHaveURL(/\/my$/);
  await expect(header).toContainText("Signed in");
  if ((page.viewportSize()?.width ?? 0) < 1024) {
    expect((await header.boundingBox())?.height).toBeLessThan(64); // one row below the bar with the name
    await header.getByText("Menu", { exact: true }).click();
  }
  await expect(header.getByRole("link", { name: "Strategies", exact: true })).toBeVisible();
  await expectNoHorizontalScroll(page);
  await page.goto("/strategies");
  await header.getByRole("link", { name: hasScripts ? "Your work" : "Your work or sign in" }).click();
  await expect(page).toHaveURL(/\/my$/);
  if (hasScripts) await page.goto("/strategies");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await header.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(header.getByRole("link", { name: "Your work or sign in" })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await page.goBack();
  await expect(header.getByRole("button", { name: "Sign out" })).toBeHidden();
});

test("she has no more emails when something is new, and then has them again", async ({ page, context, baseURL }) => {
  const mark = `mails-${randomBytes(4).toString("hex")}`;
  await runSql(`INSERT INTO accounts (id, label, "emailSealed") VALUES ('${mark}', '${mark}', '\\x01')`);
  await startSessionAs(context, mark, baseURL ?? "");
  await page.goto("/my/notices");
  await expect(page.getByRole("main")).toContainText(
    "We email you when there is something new here, once a day at most.",
  );
  await page.getByRole("button", { name: "Stop these emails" }).click();
  await expect(page.getByRole("main")).toContainText("We do not email you when there is something new here.");
  await page.getByRole("button", { name: "Email me when there is something new" }).click();
  await expect(page.getByRole("button", { name: "Stop these emails" })).toBeVisible();
  await expectAccessible(page);

  // her address was refused as often as we write to one that does not exist
  await runSql(`UPDATE accounts SET "mailRefusals" = 3 WHERE id = '${mark}'`);
  await page.goto("/my");
  await expect(page.getByRole("main")).toContainText("Our emails are not reaching you");
  await page.getByRole("button", { name: "Turn emails back on" }).click();
  await page.goto("/my");
  await expect(page.getByRole("main")).not.toContainText("Our emails are not reaching you");
});
