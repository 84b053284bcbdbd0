import { expect, expectNoSideways, expectNoViolations, test } from "@/e2e/fixtures";

// Somebody of a Skills Advisory Panel: one subject of the LEP's page, to read, to follow and to print.
test("a panel reads what is said on its subject, follows the answers and prints the paper", async ({
  page,
  request,
}) => {
  await page.goto("/leps/black-country");
  const subjects = page.getByRole("navigation", { name: "One subject" });
  await subjects.getByRole("link", { name: "Skills" }).click();
  await expect(page).toHaveURL(/\/leps\/black-country\/skills$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Black Country: Skills");
  await expect(page.getByRole("main")).toContainText("Skills Advisory Panel");
  const themes = page.getByRole("region", { name: "By theme" }).getByRole("rowheader");
  await expect(themes.first()).toHaveText("Training, apprenticeships and progression");
  await expect(page.getByRole("region", { name: "By section" })).toHaveCount(0);
  await expect(page.locator("blockquote").first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoSideways(page);

  const feed = await request.get("/leps/black-country/skills/answers.atom");
  expect(feed.headers()["content-type"]).toContain("application/atom+xml");
  expect((await request.get("/leps/black-country/weather")).status()).toBe(404);

  await page.getByRole("link", { name: "Print it as a board paper" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("about skills and training");
  await expectNoViolations(page);
  await expectNoSideways(page);
});
