import type { Page } from "@playwright/test";
import { chooseWorkplace, expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";
import { paths } from "@/lib/routes";
import { demoId } from "@/prisma/seed/demo/content";

// What WCAG 2.2 added at levels A and AA, a test for each criterion, and what the browser's own settings change.

const write = "/strategies/west-midlands/sections/1/write";
const thread = paths.thread("west-midlands", demoId("thread", "wm-001"));
const pages = ["/", "/strategies/west-midlands/comments", thread, write, "/sign-in", "/complaints"];

test("2.4.11 focus is never hidden: by Tab through a page, no element with the focus is under the bar that stays", async ({
  page,
}) => {
  for (const path of [thread, write]) {
    await page.goto(path);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    // backwards, so that the bar at the top is what could hide it
    await page.locator("footer a").last().focus();
    for (let n = 0; n < 60; n++) {
      await page.keyboard.press("Shift+Tab");
      const isHidden = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return false;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const points = [
          [left + 2, top + 2],
          [right - 2, bottom - 2],
          [(left + right) / 2, (top + bottom) / 2],
        ];
        return !points.some(([x = 0, y = 0]) => {
          const shown = document.elementFromPoint(x, y);
          return shown !== null && (element.contains(shown) || shown.contains(element));
        });
      });
      expect(isHidden, `${path}, ${n}`).toBe(false);
    }
  }
});

test("2.5.7 nothing needs dragging", async ({ page }) => {
  for (const path of pages) {
    await page.goto(path);
    expect(await page.locator('[draggable="true"], input[type="range"], [aria-grabbed]').count()).toBe(0);
  }
});

test("2.5.8 targets are 24 pixels and more, at a desk and on a phone", async ({ page }) => {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(size);
    for (const path of pages) {
      await page.goto(path);
      await expectNoViolations(page, { runOnly: ["target-size"] });
    }
  }
});

test("3.2.6 help is at the same place on every page", async ({ page }) => {
  const orders = new Set<string>();
  for (const path of pages) {
    await page.goto(path);
    orders.add((await page.locator("body > footer a").allTextContents()).join(" | "));
  }
  expect([...orders]).toEqual([expect.stringContaining("Complain")]);
});

test("3.3.7 nothing is asked twice: what was typed goes along to the check, and back", async ({ page }) => {
  await page.goto(write);
  await page.getByLabel("Your comment").fill("The bus is late.");
  await page.getByLabel("I am for what it says").check();
  await chooseWorkplace(page, "Dudley");
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page.getByRole("main").locator("input:not([type=hidden]), textarea, select")).toHaveCount(0);
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByLabel("Your comment")).toHaveValue("The bus is late.");
  await expect(page.getByLabel("I am for what it says")).toBeChecked();
  expect(await page.locator("#field-district option:checked").textContent()).toBe("Dudley");
});

test("3.3.8 signing in takes no puzzle and no memory: fields can be filled by the browser and pasted into", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await expect(page.locator("#field-email")).toHaveAttribute("autocomplete", "email");
  for (const field of ["#field-email", "#field-receipt"]) {
    const isPasted = await page
      .locator(field)
      .evaluate((element) => element.dispatchEvent(new ClipboardEvent("paste", { cancelable: true, bubbles: true })));
    expect(isPasted, field).toBe(true);
  }
  await expect(page.locator("img, canvas")).toHaveCount(0);
});

test("an error is in the title, in the summary that has the focus, and beside the field", async ({ page }) => {
  await page.goto(write);
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page).toHaveTitle(/^Error: Write a comment/);
  await expect(page.locator("#error-summary")).toBeFocused();
  await page.getByLabel("Your comment").fill("The bus is late.");
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page).toHaveTitle(/^Write a comment/);
  await expect(page.getByRole("heading", { name: "Check what you wrote" })).toBeFocused();
});

test("no page reloads by itself", async ({ page }) => {
  for (const path of pages) {
    await page.goto(path);
    await expect(page.locator('meta[http-equiv="refresh" i]')).toHaveCount(0);
  }
});

test("forced colours: buttons have an edge, the focus is seen, and what is pressed differs", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const path of [write, thread]) {
    await page.goto(path);
    for (const button of await page.getByRole("main").getByRole("button").all())
      expect(await edgeOf(button.first())).toMatch(/^[1-9]/);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).not.toBe(
      "none",
    );
  }
});

const edgeOf = (button: ReturnType<Page["locator"]>) =>
  button.evaluate((element) => getComputedStyle(element).borderTopWidth);

test("at 400% everything fits the width, and the bar that stays leaves most of the page", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 }); // 1280 by 1024 at 400%
  for (const path of pages) {
    await page.goto(path);
    await expectNoHorizontalScroll(page);
    const height = await page.locator("body > header").evaluate((element) => element.getBoundingClientRect().height);
    expect(height, path).toBeLessThan(256 / 3);
  }
});

test("in print a thread is its text: no buttons, no menus", async ({ page }) => {
  await page.goto(thread);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.locator("nav[aria-label=Main]")).toBeHidden();
  await expect(page.locator("body > footer")).toBeHidden();
  for (const button of await page.getByRole("button").all()) await expect(button).toBeHidden();
});
