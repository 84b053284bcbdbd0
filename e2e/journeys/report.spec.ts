import { randomBytes } from "node:crypto";
import { addCases, countByState, startSessionAs } from "@/e2e/support/database";
import { publishEdition } from "@/e2e/support/editions";
import {
  expect,
  expectNoHorizontalScroll,
  expectNoViolations,
  signOut,
  takeScreenshot,
  test,
} from "@/e2e/support/fixtures";

// Somebody reads a threat: it is gone from its page at once, a rep removes it, and whoever reported it is notified.
test("a visitor reports a comment as against the law; a rep decides; the visitor sees what became of it", async ({
  page,
  context,
  baseURL,
}) => {
  const mark = `law-${randomBytes(4).toString("hex")}`;
  const thread = `/strategies/west-midlands/threads/${mark}-1`;
  const asRep = () => startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  const main = page.getByRole("main");
  await addCases(mark, 1);
  await asRep();
  await page.goto(`/moderation/cases/${mark}-1`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  await publishEdition();
  await signOut(page);

  await page.goto(thread);
  await page.getByRole("link", { name: /^Report the comment/ }).click();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Report it" }).click();
  await expect(page.locator("#field-reason-error")).toContainText("Choose what is wrong with it.");
  await page.getByRole("link", { name: "Report it as illegal" }).click();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await takeScreenshot(page, "report");
  await page.getByLabel("It threatens somebody, or calls for violence").check();
  await page.getByRole("button", { name: "Report it as illegal" }).click();
  await expect(page.locator("#field-details-error")).toContainText("Say why you think it is illegal.");
  await expect(page.getByLabel("It threatens somebody, or calls for violence")).toBeChecked();
  await page.getByLabel("Why is it illegal?").fill("It tells people to hurt a driver.");
  await page.getByRole("button", { name: "Report it as illegal" }).click();
  // on the page of the form, because a browser without cookies would find it on no other
  await expect(page.getByRole("heading", { name: "We have received your report" })).toBeVisible();
  await expect(page.locator("#receipt")).toHaveText(/^([0-9A-HJKMNP-TV-Z]{5} ){5}[0-9A-HJKMNP-TV-Z]$/);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "See your reports" }).click();
  await expect(page.getByRole("article")).toContainText("A rep has not decided yet.");
  await expectNoViolations(page);
  await page.goto(thread);
  await expect(main).toContainText("It is hidden until a rep has checked it.");
  await expect(main).not.toContainText("came late again");
  await expectNoViolations(page);
  expect(await countByState(mark)).toEqual({ held: 1 });

  const visitor = await context.cookies();
  await signOut(page);
  await asRep();
  await page.goto("/moderation?kind=illegal");
  await page.getByRole("link").filter({ hasText: mark }).click();
  await expect(main).toContainText("It tells people to hurt a driver.");
  await expect(main).toContainText("The comment is hidden until you decide.");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await takeScreenshot(page, "illegal-case");
  await page.getByLabel("Reason").selectOption({ label: "It may break the law" });
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Confirm: Remove" }).click();
  await expect(page).toHaveURL(/[?&]decided=/);

  await signOut(page);
  await context.addCookies(visitor);
  await page.goto("/my/reports");
  await expect(page.getByRole("article")).toContainText("A rep agreed with you. The comment has been removed.");
  await page.goto(thread);
  await expect(main).toContainText("A rep removed this comment.");
});
