import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

// Somebody with a minute to spare reads what others wrote, in the order they like, and reacts.
test("a visitor answers one comment at a time, gets a code once, and comes back to change an answer", async ({
  page,
}) => {
  await page.goto("/strategies/west-midlands");
  await page.getByRole("link", { name: "Do you agree with other people?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Do you agree?");
  await expect(page.getByRole("main")).toContainText("you agree that we store your reactions");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  const first = (await page.getByRole("article").getAttribute("id"))?.replace("comment-", "") ?? "";
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(page.locator("#receipt")).toHaveText(/^([0-9A-HJKMNP-TV-Z]{5} ){5}[0-9A-HJKMNP-TV-Z]$/);
  await expectNoViolations(page);
  await page.getByRole("link", { name: "Next comment" }).click();
  await expect(page.getByRole("main")).toContainText("You have reacted to 1 comment so far.");
  await expect(page.locator(`#comment-${first}`)).toHaveCount(0);
  const second = await page.getByRole("article").getAttribute("id");
  await page.getByRole("link", { name: "Skip this comment" }).click();
  await expect(page.locator(`#${second}`)).toHaveCount(0);
  await page.getByRole("button", { name: "Pass: not sure" }).click();
  await expect(page.getByRole("main")).toContainText("You have reacted to 2 comments so far.");
  await page.goto(`/strategies/west-midlands/react/${first}`);
  await expect(page.getByRole("main")).toContainText("You agree with this comment");
  await page.getByRole("button", { name: "Disagree", exact: true }).click();
  await page.goto(`/strategies/west-midlands/react/${first}`);
  await expect(page.getByRole("main")).toContainText("You disagree with this comment");
  await expectNoViolations(page);
});

test("the buttons beside a comment ask a visitor first, then count, and lead back", async ({ page }) => {
  await page.goto("/strategies/west-midlands/comments?sort=supported");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  const card = page.getByRole("article").first();
  const id = await card.getAttribute("id");
  await card.getByRole("button", { name: /^Agree/ }).click();
  await expect(page.getByRole("main")).toContainText("you agree that we store your reactions");
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(page.locator("#receipt")).toBeVisible();
  await page.goto("/strategies/west-midlands/comments?sort=supported");
  await page
    .locator(`#${id}`)
    .getByRole("button", { name: /^Disagree/ })
    .click();
  // the list stays where it was, with the choice marked and the count; without scripts it opens at the same comment
  const answered = page.locator(`#${id}`);
  if (test.info().project.use.javaScriptEnabled === false) {
    await expect(page).toHaveURL(new RegExp(`/comments\\?sort=supported#answered-${id?.replace("comment-", "")}$`));
    await expect(answered).toContainText("Your reaction is counted.");
  } else {
    await expect(answered.getByRole("status")).toContainText(/You disagree\. In total, \d+ (person|people)/);
    await expect(answered.getByRole("button", { name: /^Disagree/ })).toHaveAttribute("aria-pressed", "true");
    await expect(answered.getByRole("button", { name: /^Agree/ })).toHaveAttribute("aria-pressed", "false");
  }
  await expect(answered).toBeInViewport();
  await expectNoViolations(page);
  await page.goto(`/strategies/west-midlands/react/${id?.replace("comment-", "")}`);
  await expect(page.getByRole("main")).toContainText("You disagree with this comment");
});

test("comments are found by their words, sorted and chosen, a page at a time", async ({ page, allowed }) => {
  await page.goto("/strategies/west-midlands/comments");
  await page.getByText("Search, sort and filter").click();
  await page.locator("#field-q").fill("bus");
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page.getByRole("main").locator("mark").first()).toHaveText(/^bus(es)?$/i);
  await expectNoViolations(page);
  await page
    .getByRole("link", { name: /Read it in its thread/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/threads\//);
  await page.goto("/strategies/west-midlands/comments?stance=against&sort=shuffled");
  await expect(page.getByRole("article").first()).toContainText("Against");
  await page.goto("/strategies/west-midlands/comments?q=zzzzzz");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("No comments use these words");
  await page.goto("/strategies/west-midlands/sections/1");
  await page.getByRole("link", { name: /^Comment on this ?: paragraph 1$/ }).click();
  await expect(page.getByRole("main")).toContainText("You are commenting on this paragraph:");
  await expectNoViolations(page);
  allowed.push(/404/);
  await page.goto("/strategies/west-midlands/comments?sort=best");
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
});
