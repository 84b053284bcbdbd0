import { randomBytes } from "node:crypto";
import { enterAs } from "@/e2e/support/database";
import { expect, expectNoSideways, expectNoViolations, test } from "@/e2e/support/fixtures";

const unique = (words: string) => `${words} (${randomBytes(4).toString("hex")})`;

test("a union drafts together, publishes by a second person, and everybody reads it as one answer", async ({
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const branch = unique("Branch");
  const words = unique("Our members want a bus before the early shift.");

  await enterAs(context, "Editor (Unite)", baseURL ?? "");
  await page.goto("/unions");
  await page.locator("#field-strategy").selectOption("west-midlands");
  await page.locator("#field-branch").fill(branch);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page).toHaveURL(/\/unions\/responses\/[\w-]+$/);
  const draft = page.url();

  await page.getByRole("link", { name: "Fill in the mandate" }).click();
  const mandate = { covers: "Bus workers in Dudley", asked: "400", tookPart: "401", minority: "Some want trams." };
  for (const [name, value] of Object.entries(mandate)) await page.locator(`#field-${name}`).fill(value);
  await page.getByLabel("A ballot").check();
  await page.locator("#field-from").fill("2026-03-02");
  await page.locator("#field-to").fill("2026-03-20");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#error-summary")).toContainText("More took part than were asked");
  await expect(page.locator("#field-covers")).toHaveValue(mandate.covers); // what was typed is kept
  await expectNoViolations(page);
  await page.locator("#field-tookPart").fill("212");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(draft);

  // two open the same part; the second to save sees both, and nothing is lost
  await page.goto(`${draft}/parts/opening`);
  const late = await context.newPage();
  await late.goto(`${draft}/parts/opening`);
  await page.locator("#field-text").fill(words);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(draft);
  await late.locator("#field-text").fill("Our members want a tram.");
  await late.getByRole("button", { name: "Save" }).click();
  await expect(late.getByRole("heading", { name: "What Editor (Unite) saved" })).toBeVisible();
  await expect(late.getByRole("main")).toContainText(words);
  await expect(late.locator("#field-text")).toHaveValue("Our members want a tram.");
  await expectNoViolations(late);
  await expectNoSideways(late);
  await late.close();
  await page.goto(draft);
  await expect(page.getByRole("main")).toContainText("An officer of your union publishes it");
  await expectNoViolations(page);
  await context.clearCookies();

  await enterAs(context, "Officer (Unite)", baseURL ?? "");
  await page.goto(draft);
  await page.getByRole("button", { name: "I have read it all: publish it" }).click();
  await expect(page.getByRole("link", { name: "What is published now" })).toBeVisible();
  await context.clearCookies();

  await page.goto("/strategies/west-midlands/responses");
  await page.getByRole("link", { name: new RegExp(branch.replace(/[()]/g, "\\$&")) }).click();
  await expect(page.getByRole("main")).toContainText(words);
  await expect(page.getByRole("main")).toContainText("212 (53 in 100)");
  await expectNoViolations(page);
  await expectNoSideways(page);
});

test("a rep takes down a meeting by keyboard alone, and hands back slips", async ({ page, context, baseURL }) => {
  test.slow();
  await enterAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.goto("/unions/meetings");
  await page.locator("#field-strategy").selectOption("west-midlands");
  await page.locator("#field-name").fill("Night shift");
  await page.getByRole("checkbox").check();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Start" }).click();

  const spoken = [unique("The canteen shuts before nights begin."), unique("Nobody trains the agency staff.")];
  for (const [at, words] of spoken.entries()) {
    await expect(page.locator("#field-text")).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
    if (at === 0) await page.keyboard.press("1"); // the first part, by its number; kept for the next
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toContainText(`Number ${at + 1} is saved`);
  }
  await expectNoViolations(page);
  await page.getByRole("link", { name: "All slips of this record" }).click();
  for (const words of spoken) await expect(page.getByRole("main")).toContainText(words);
  await expectNoViolations(page);
  await expectNoSideways(page);

  await context.clearCookies();
  await page.goto("/strategies/west-midlands/poster");
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectNoViolations(page);
  await page.goto("/strategies/west-midlands/paper?size=large");
  await expectNoViolations(page);
  await expectNoSideways(page);
});
