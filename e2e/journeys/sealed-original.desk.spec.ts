import { randomBytes } from "node:crypto";
import { addCases, addRep, countByState, runSql, startSessionAs, startSessionByReceipt } from "@/e2e/support/database";
import { publishEdition } from "@/e2e/support/editions";
import { expect, expectAccessible, signOut, takeScreenshot, test } from "@/e2e/support/fixtures";

// What one rep must not do alone: open what was masked, and be sure of a decision. And who is there to do it.
test("masked words are opened by two people, and their author is told; a second rep looks at a decision again", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const mark = `two-${randomBytes(4).toString("hex")}`;
  const [one, two] = [`Rep ${mark} A`, `Rep ${mark} B`];
  await addRep(one, "unite");
  await addRep(two, "gmb");
  await addCases(mark, 2, { label: one, kind: "check" });
  await startSessionAs(context, one, baseURL ?? "");
  for (const n of [1, 2]) {
    await page.goto(`/moderation/cases/${mark}-${n}`);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page).toHaveURL(/\/moderation$/);
  }
  await addSecondCases(mark);
  await publishEdition();

  // the text is masked, and the rep asks for a second person to see them
  await page.goto(`/moderation/cases/${mark}-mask`);
  await page.getByLabel("Reason").selectOption({ label: "It could identify someone" });
  await page.getByLabel("Text to mask").fill("1 o’clock bus");
  await page.getByRole("button", { name: "Mask text" }).click();
  await page.getByRole("button", { name: "Confirm: Mask text" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  await page.getByRole("link", { name: /^Sealed originals/ }).click();
  await expect(page).toHaveURL(/\/moderation\/originals$/);
  await expectAccessible(page);
  await page.getByRole("link", { name: `Queue ${mark}-1,` }).click();
  await expect(page.getByRole("main")).toContainText(`The [masked] of ${mark} came late again.`);
  await page.getByRole("button", { name: "Ask a second person" }).click();
  await expect(page.locator("#field-reason-error")).toContainText("Give a reason");
  await page.getByLabel("Why does it need to be unlocked?").fill("Her lawyer asks what it said.");
  await page.getByRole("button", { name: "Ask a second person" }).click();
  await expect(page.getByRole("main")).toContainText("Waiting for a second person.");
  await expect(page.getByRole("main")).toContainText("You asked, so another person must answer.");
  await expect(page.getByRole("button", { name: "Agree to unlock" })).toHaveCount(0);
  await expectAccessible(page);
  const original = page.url();

  // the second person, of another union
  const other = await browser.newContext({ baseURL });
  await startSessionAs(other, two, baseURL ?? "");
  const secondRepPage = await other.newPage();
  await secondRepPage.goto("/moderation");
  await expect(secondRepPage.getByRole("link", { name: /waiting for your answer/ })).toBeVisible();
  await secondRepPage.goto(original);
  await secondRepPage.getByRole("button", { name: "Agree to unlock" }).click();
  await expect(secondRepPage.getByRole("main")).toContainText("The person who asked can see it");
  await expect(secondRepPage.getByRole("button", { name: "Show the original text" })).toHaveCount(0);

  // only the requester sees it, and only in the response to the button
  await page.reload();
  await page.getByRole("button", { name: "Show the original text" }).click();
  await expect(page.getByRole("main")).toContainText(`The 1 o’clock bus of ${mark} came late again.`);
  await expectAccessible(page);
  await takeScreenshot(page, "original");
  await page.goto(original);
  await expect(page.getByRole("main")).not.toContainText("1 o’clock bus");

  // the second look
  await secondRepPage.goto(`/moderation/cases/${mark}-look`);
  await expect(secondRepPage.getByRole("main")).toContainText("Decide as if it were new");
  await expect(secondRepPage.getByRole("main")).not.toContainText(`Decided by ${one}`);
  await takeScreenshot(secondRepPage, "second-look");
  await secondRepPage.getByRole("button", { name: "I would not publish it" }).click();
  await expect(secondRepPage.locator("#field-reason-error")).toContainText("Choose a reason");
  await secondRepPage.getByRole("button", { name: "I would publish it" }).click();
  await expect(secondRepPage.getByRole("main")).toContainText("Second look: agreed");
  await expect(secondRepPage.getByRole("main")).toContainText(`Decided by ${one}`);
  expect(await countByState(mark)).toEqual({ published: 2 });
  await other.close();

  // the author
  await signOut(page);
  await startSessionByReceipt(context, `${mark}-1`, baseURL ?? "");
  await page.goto("/my");
  await expect(page.getByRole("main")).toContainText("Somebody read your masked text");
  await expect(page.getByRole("main")).toContainText("Her lawyer asks what it said.");
  await expectAccessible(page);
});

test("a rep takes a week of the rota and says when they are away", async ({ page, context, baseURL }) => {
  const rep = `Rep rota-${randomBytes(4).toString("hex")}`;
  await addRep(rep, "gmb");
  await startSessionAs(context, rep, baseURL ?? "");
  await page.goto("/moderation/rota");
  await page
    .getByRole("button", { name: /^Go on duty/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /^Leave the rota/ })).toHaveCount(1);
  await expectAccessible(page);
  await takeScreenshot(page, "rota");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Moderation" }).click();
  await expect(page.getByRole("link", { name: /^On duty this week:.* you/ })).toBeVisible();
  await page.goto("/moderation/rota");
  await page.getByRole("button", { name: "Add absence" }).click();
  await expect(page.locator("#field-from-error")).toContainText("Enter a date");
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel("First day").fill(today);
  await page.getByLabel("Last day").fill(today);
  await page.getByRole("button", { name: "Add absence" }).click();
  await expect(page.getByRole("button", { name: /^I am back/ })).toHaveCount(1);
  await page.goto("/moderation");
  await expect(page.getByRole("link", { name: /^On duty this week:.* you/ })).toHaveCount(0);
  await page.goto("/moderation/rota");
  await page.getByRole("button", { name: /^I am back/ }).click();
  await expect(page.getByRole("button", { name: /^I am back/ })).toHaveCount(0);
});

/** A case about the first comment, in which text can be masked, and a second look at the decision on the second. */
async function addSecondCases(mark: string): Promise<void> {
  const columns = `id, kind, "strategyId", "areaId", "commentId", revision, "dueAt", "reviewedDecisionId", "deciderUnionId"`;
  const where = "'west-midlands', 'west-midlands'";
  await runSql(`
    INSERT INTO cases (${columns}) VALUES ('${mark}-mask', 'check', ${where}, '${mark}-1', 1, now() + interval '3 days', NULL, NULL);
    INSERT INTO cases (${columns}) SELECT '${mark}-look', 'second_look', ${where}, '${mark}-2', 1, now() + interval '14 days', id, 'unite'
      FROM decisions WHERE "commentId" = '${mark}-2'`);
}
