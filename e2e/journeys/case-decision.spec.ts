import { randomBytes } from "node:crypto";
import { addCases, addRep, countByState, startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, takeScreenshot, test } from "@/e2e/support/fixtures";

// The rep's own pages, without a script too.
test("a rep returns a comment and sees first what its author will be told; another opens the case again, and masks and publishes", async ({
  page,
  context,
  baseURL,
}) => {
  const mark = `back-${randomBytes(4).toString("hex")}`;
  await addCases(mark, 1);
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.goto(`/moderation/cases/${mark}-1`);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Send back to author" }).click();
  await expect(page.locator("#field-reason-error")).toContainText("Choose a reason");
  await page.getByLabel("Reason").selectOption({ label: "It insults someone" });
  await page.getByLabel("Text to mask or to change").fill("half past nine");
  await page.getByRole("button", { name: "Send back to author" }).click();
  await expect(page.locator("#field-phrases-error")).toContainText("This text is not in the comment: half past nine");
  await page.getByLabel("Text to mask or to change").fill("came late");
  await page.getByLabel("Message to the author").fill("Please say it without that.");
  await page.getByRole("button", { name: "Send back to author" }).click();
  await expect(page.getByRole("heading", { name: "What the author will see" })).toBeVisible();
  await expect(page.locator("main mark")).toHaveText("came late");
  await expect(page.getByRole("main")).toContainText("Your comment insults a person or a group.");
  await expectNoViolations(page);
  await takeScreenshot(page, "preview");
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByLabel("Message to the author")).toHaveValue("Please say it without that.");
  await page.getByRole("button", { name: "Send back to author" }).click();
  await page.getByRole("button", { name: "Confirm: Send back to author" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  expect(await countByState(mark)).toEqual({ returned: 1 });

  // it was wrong: another rep opens the case again, and masks and publishes in one step
  const other = `Rep ${mark}`;
  await addRep(other, "gmb");
  await startSessionAs(context, other, baseURL ?? "");
  await page.goto(`/moderation/cases/${mark}-1`);
  await page.getByText("Reopen this case").click();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.locator("#reopen-reason-error")).toContainText("Choose a reason");
  await page.getByLabel("Reason").selectOption({ label: "It follows the rules" });
  await takeScreenshot(page, "reopen");
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  expect(await countByState(mark)).toEqual({ held: 1 });
  await page.goto("/moderation?kind=check");
  await page.getByRole("link", { name: new RegExp(`Queue ${mark}-1 `) }).click();
  await expect(page.getByRole("main")).toContainText("Opened again");
  const opened = page.url();
  await page.getByLabel("Reason").selectOption({ label: "It could identify someone" });
  await page.getByLabel("Text to mask or to change").fill("came late");
  await page.getByRole("button", { name: "Mask and publish" }).click();
  await takeScreenshot(page, "mask-and-publish");
  await page.getByRole("button", { name: "Confirm: Mask and publish" }).click();
  await expect(page).toHaveURL(/[?&]decided=/);
  expect(await countByState(mark)).toEqual({ published: 1 });
  await page.goto(opened);
  await expect(page.getByRole("main")).toContainText(/undo (your decision|this)/i); // an edition of another test may be made
  await takeScreenshot(page, "take-back");
});

test("a case is passed on with its path shown", async ({ page, context, baseURL }) => {
  const mark = `pass-${randomBytes(4).toString("hex")}`;
  await addCases(mark, 1);
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.goto(`/moderation/cases/${mark}-1`);
  await page.getByText("Pass this case to somebody else").click();
  await page.getByLabel("Pass to").selectOption({ label: "Any colleague: I am stepping back" });
  await page.getByLabel("Why").fill("I know who this is.");
  await page.getByRole("button", { name: "Pass on" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  await page.goto(`/moderation/cases/${mark}-1`);
  await expect(page.getByRole("main")).toContainText("You stepped back from this case.");
  await expect(page.getByRole("main")).toContainText("Rep 1 (Unite) stepped back");
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await expectNoViolations(page);
});
