import { randomBytes } from "node:crypto";
import { startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

const unique = (text: string) => `${text} (${randomBytes(4).toString("hex")})`;

test("a union drafts together, publishes by a second person, and everybody reads it as one answer", async ({
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const branch = unique("Branch");
  const text = unique("Our members want a bus before the early shift.");

  await startSessionAs(context, "Editor (Unite)", baseURL ?? "");
  await page.goto("/unions");
  await page.locator("#field-strategy").selectOption("west-midlands");
  await page.locator("#field-branch").fill(branch);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page).toHaveURL(/\/unions\/responses\/[\w-]+$/);
  const draft = page.url();

  await page.getByRole("link", { name: "Fill in the mandate" }).click();
  const mandate = { covers: "Bus workers in Dudley", consulted: "400", tookPart: "401", minority: "Some want trams." };
  for (const [name, value] of Object.entries(mandate)) await page.locator(`#field-${name}`).fill(value);
  await page.getByLabel("A ballot").check();
  await page.locator("#field-from").fill("2026-03-02");
  await page.locator("#field-to").fill("2026-03-20");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#error-summary")).toContainText("More members took part than were asked");
  await expect(page.locator("#field-covers")).toHaveValue(mandate.covers); // what was typed is still there
  await expectNoViolations(page);
  await page.locator("#field-tookPart").fill("212");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(draft);

  // two open the same part; the second to save sees both, and nothing is lost
  await page.goto(`${draft}/parts/opening`);
  const secondPage = await context.newPage();
  await secondPage.goto(`${draft}/parts/opening`);
  await page.locator("#field-text").fill(text);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(draft);
  await secondPage.locator("#field-text").fill("Our members want a tram.");
  await secondPage.getByRole("button", { name: "Save" }).click();
  await expect(secondPage.getByRole("heading", { name: "What Editor (Unite) saved" })).toBeVisible();
  await expect(secondPage.getByRole("main")).toContainText(text);
  await expect(secondPage.locator("#field-text")).toHaveValue("Our members want a tram.");
  await expectNoViolations(secondPage);
  await expectNoHorizontalScroll(secondPage);
  await secondPage.close();
  await page.goto(draft);
  await expect(page.getByRole("main")).toContainText("An officer of your union publishes it");
  await expectNoViolations(page);
  await context.clearCookies();

  await startSessionAs(context, "Officer (Unite)", baseURL ?? "");
  await page.goto(draft);
  await page.getByRole("button", { name: "I have read it all: publish" }).click();
  await expect(page.getByRole("link", { name: "What is published now" })).toBeVisible();
  await context.clearCookies();

  await page.goto("/strategies/west-midlands/responses");
  await page.getByRole("link", { name: new RegExp(branch.replace(/[()]/g, "\\$&")) }).click();
  await expect(page.getByRole("main")).toContainText(text);
  await expect(page.getByRole("main")).toContainText("212 (53 in 100)");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
});

test("a rep takes down a meeting by keyboard alone, and hands back slips", async ({ page, context, baseURL }) => {
  test.slow();
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.goto("/unions/meetings");
  await page.locator("#field-strategy").selectOption("west-midlands");
  await page.locator("#field-name").fill("Night shift");
  await page.getByRole("checkbox").check();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Start" }).click();

  const comments = [unique("The canteen shuts before nights begin."), unique("Nobody trains the agency staff.")];
  for (const [at, text] of comments.entries()) {
    await expect(page.locator("#field-text")).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
    if (at === 0) await page.keyboard.press("1"); // the first part, by its number; the next entry has it too
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toContainText(`Number ${at + 1} is saved`);
  }
  await expectNoViolations(page);
  await page.getByRole("link", { name: "Print all slips" }).click();
  for (const text of comments) await expect(page.getByRole("main")).toContainText(text);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  await context.clearCookies();
  await page.goto("/strategies/west-midlands/poster");
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectNoViolations(page);
  await page.goto("/strategies/west-midlands/paper?size=large");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
});
