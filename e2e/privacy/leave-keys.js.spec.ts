import { expect, test } from "@/e2e/support/fixtures";
import { optionalSummary } from "@/lib/comments/comment.rules";

// Escape has other uses: only three presses that nothing else took lead away, and the second explains what the third does.
test("a held, composed or used Escape does not lead away; the second press warns", async ({ page }) => {
  const write = "/strategies/west-midlands/sections/1/write";
  await page.goto(write);
  await page.waitForLoadState();
  await page.getByLabel("Your comment").fill("A long text");
  await page.evaluate(() => {
    const field = document.querySelector("textarea");
    const press = (init: KeyboardEventInit) =>
      field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true, ...init }));
    for (let n = 0; n < 4; n++) press({ isComposing: true });
    for (let n = 0; n < 4; n++) press({ repeat: true });
    field?.addEventListener("keydown", (event) => event.preventDefault());
    for (let n = 0; n < 4; n++) press({});
  });
  await page.getByText(optionalSummary).click();
  await page.locator("#field-district").focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press("Escape"); // closes the list
  await expect(page).toHaveURL(new RegExp(`${write}$`));
  await expect(page.getByLabel("Your comment")).toHaveValue("A long text");
  await page.getByLabel("I am for what it says").focus();
  for (let n = 0; n < 2; n++) await page.keyboard.press("Escape");
  await expect(page.getByText("Press Escape once more to leave this page.")).toBeAttached();
  await expect(page).toHaveURL(new RegExp(`${write}$`));
});
