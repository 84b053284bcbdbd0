import { randomBytes } from "node:crypto";
import { startSessionAs } from "@/e2e/support/database";
import { publishEdition } from "@/e2e/support/editions";
import {
  expect,
  expectNoHorizontalScroll,
  expectNoViolations,
  signOut,
  takeScreenshot,
  test,
} from "@/e2e/support/fixtures";

// A rep is wrong, the author appeals, another rep agrees: the comment is published and both are notified.
test("an author appeals against a rejection; another rep upholds it; the first rep reads why", async ({
  page,
  context,
  baseURL,
}) => {
  const text = `Nobody checks the heaters in the break room (${randomBytes(4).toString("hex")}).`;
  const main = page.getByRole("main");
  const enter = async (label: string) => {
    await signOut(page);
    await startSessionAs(context, label, baseURL ?? "");
  };
  await page.goto("/strategies/west-midlands/sections/1/write");
  await page.locator("#field-text").fill(text);
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await page.getByRole("button", { name: "I agree and send" }).click();
  await expect(page.locator("#receipt")).toBeVisible();
  const author = await context.cookies();

  await enter("Rep 1 (Unite)");
  const theCase = await findCase(page, text, "pre_moderation");
  await page.getByLabel("Reason").selectOption({ label: "It is not about this strategy" });
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(main).toContainText("you can appeal once. Another rep will decide.");
  await page.getByRole("button", { name: "Confirm: Reject" }).click();
  await expect(page).toHaveURL(/[?&]decided=/);
  await page.goto(theCase);
  await page.getByRole("link", { name: "Warn or suspend the author" }).click();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.locator("#field-reason-error")).toContainText("Choose a reason.");
  await page.getByLabel("Warn them").check();
  await page.getByLabel("Reason").selectOption({ label: "It is not about this strategy" });
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(main).toContainText("Author warned");

  await signOut(page);
  await context.addCookies(author);
  await page.goto("/my");
  await page.getByRole("link", { name: /A rep has sent you a warning/ }).click();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(main).toContainText("You can write again as before.");
  await page.getByRole("link", { name: "Go to my comments" }).click();
  await page.getByRole("link", { name: "Appeal, or check your appeal" }).click();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Send appeal" }).click();
  await expect(page.locator("#field-grounds-error")).toContainText("Say why you think it is wrong.");
  await page.getByLabel("Why is it wrong?").fill("The strategy has a part on good work. This is about that.");
  await page.getByRole("button", { name: "Send appeal" }).click();
  await expect(main).toContainText("Another rep is reading it");
  await expect(page.getByRole("button", { name: "Send appeal" })).toHaveCount(0);
  await takeScreenshot(page, "appeal-author");

  await enter("Rep 1 (Unite)");
  await findCase(page, text, "appeal");
  await expect(main).toContainText("You made the earlier decision, so another rep must decide.");
  await enter("Rep 2 (GMB)");
  await findCase(page, text, "appeal");
  await expect(main).toContainText("This is about that.");
  await expect(main).toContainText("Not published");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await takeScreenshot(page, "appeal-rep");
  await page.getByLabel("Reason").selectOption({ label: "It follows the rules" });
  await page.getByRole("button", { name: "Uphold the appeal" }).click();
  await page.getByRole("button", { name: "Confirm: Uphold the appeal" }).click();
  await expect(page).toHaveURL(/[?&]decided=/);

  await enter("Rep 1 (Unite)");
  await page.goto("/moderation/appeals");
  await expect(main).toContainText("Appeal upheld");
  await expectNoViolations(page);
  await signOut(page);
  await context.addCookies(author);
  await page.goto("/my");
  const published = page.getByRole("article").filter({ hasText: text }).last(); // the notices come before it
  await expect(published).toContainText("Everyone can see it from");
  await publishEdition();
  await page.goto("/my");
  await expect(published).toContainText("This is published.");
  await published.getByRole("link", { name: "View in thread" }).click();
  await expect(main).toContainText(text);
});

/** Goes through the queue's pages to the case with this text. @returns its address */
async function findCase(page: import("@playwright/test").Page, text: string, kind: string): Promise<string> {
  await page.goto(`/moderation?kind=${kind}`);
  for (;;) {
    const link = page.getByRole("link").filter({ hasText: text });
    if (await link.count()) {
      await link.first().click();
      break;
    }
    await page.getByRole("link", { name: "Load more" }).click();
  }
  await expect(page.getByRole("heading", { name: "Comments waiting for a rep" })).toHaveCount(0);
  return page.url();
}
