import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { startSessionAs } from "@/e2e/support/database";
import { publishEdition } from "@/e2e/support/editions";
import {
  chooseWorkplace,
  expect,
  expectNoHorizontalScroll,
  expectNoViolations,
  formContaining,
  signOut,
  test,
} from "@/e2e/support/fixtures";
import { paths } from "@/lib/routes";

// The main job, from end to end: a bus driver comments, a rep publishes it, the LEP's page shows it.
test("a worker finds the strategy, comments, and a rep publishes it for the LEP to see", async ({
  page,
  context,
  baseURL,
}) => {
  const hasScripts = test.info().project.use.javaScriptEnabled !== false;
  // each in an area of their own: an edition that one run makes changes the figures that the other reads
  const [town, lep] = hasScripts ? ["Walsall", "black-country"] : ["Solihull", "gbs"];
  const text = `My shift starts before the first bus from ${town} does (${randomBytes(4).toString("hex")}).`;

  await page.goto("/find");
  await page.locator("#field-q").fill("Dudly"); // as typed in a hurry
  await page.locator("main form button").first().click();
  await expect(page.getByRole("link", { name: /^Dudley/ }).first()).toBeVisible();

  let taps = 0;
  const tap = async (target: Locator) => {
    taps++;
    await target.click();
  };
  const main = page.getByRole("main");
  await page.goto("/");
  await tap(page.locator("#field-q"));
  await page.keyboard.type(town);
  await tap(formContaining(page, "#field-q").getByRole("button"));
  await tap(main.getByRole("link", { name: /West Midlands/ }).first());
  await expect(page).toHaveURL(/\/strategies\/west-midlands$/);
  await tap(main.locator('a[href*="/sections/"]').first());
  await tap(page.getByRole("link", { name: "Say what you think" }));
  await tap(page.locator("#field-text"));
  await page.keyboard.type(text);
  // what nobody has to answer is not counted
  await page.getByLabel("I am against what it says").check();
  if (hasScripts) await expect(page.getByText(`Your workplace: ${town}.`)).toBeVisible();
  else await chooseWorkplace(page, town);
  await expectNoViolations(page);
  await tap(page.getByRole("button", { name: "Check what you wrote" }));
  await expect(page.getByRole("heading", { name: "Check what you wrote" })).toBeVisible();
  await expect(main).toContainText(text);
  await expect(main.locator("dl")).toContainText(town); // the place that was found, to read before it is sent
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(page.locator("#field-district option:checked")).toHaveText(town);
  await page.getByLabel("Getting to work: buses, trains, roads").check();
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await tap(page.getByRole("button", { name: "I agree and send" }));
  await expect(page.getByText("We have received your comment")).toBeVisible();
  expect(taps).toBeLessThanOrEqual(8);
  const receipt = ((await page.locator("#receipt").textContent()) ?? "").trim();
  expect(receipt.replaceAll(" ", "")).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the receipt" }).click();
  expect((await download).suggestedFilename()).toBe("code.txt");

  await page.goto("/my");
  const ownComments = page.getByRole("article").filter({ hasText: text });
  await expect(ownComments).toContainText("A union rep has not read this yet");
  await expectNoViolations(page);
  await signOut(page);

  const before = await countOnLep(page, lep);
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.goto("/moderation");
  await expectNoViolations(page);
  await openCase(page, text);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page).toHaveURL(/[?&]decided=/);
  await signOut(page);
  expect(await countOnLep(page, lep)).toBe(before); // nothing public changes before the next edition

  await page.goto("/sign-in");
  await page.locator("#field-receipt").fill(receipt.toLowerCase());
  await formContaining(page, "#field-receipt").getByRole("button").click();
  await expect(page).toHaveURL(/\/my$/);
  await page.goto("/my");
  const published = page.getByRole("article").filter({ hasText: text }).last(); // its notice comes before it
  await expect(published).toContainText(/Published\. Everyone can see it from (this|tomorrow) morning\./);
  await expectNoViolations(page);
  await publishEdition();
  await page.goto("/my");
  await expect(published).toContainText("This is published. No replies yet. Nobody has reacted yet.");
  await published.getByRole("link", { name: "View in thread" }).click();
  await expect(page.getByRole("main")).toContainText(text);
  await expectNoViolations(page);

  // with a receipt there is no email: the page has what it would have
  await page.goto("/my/follows");
  await expect(page.getByRole("region", { name: "This week" })).toContainText(/West Midlands: \d+ new comments?/);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  expect(await countOnLep(page, lep)).toBeGreaterThan(before);
  await expectNoViolations(page);
});

/** How many comments the officers of a LEP see, at once; which of a week's are shown first is left to chance. */
async function countOnLep(page: Page, lep: string): Promise<number> {
  await page.goto(paths.lep(lep));
  const [, count] = /(\d+) comments in/.exec((await page.getByRole("main").textContent()) ?? "") ?? [];
  return Number(count);
}

/** Goes through the queue's pages to the case with this text. */
async function openCase(page: Page, text: string): Promise<void> {
  for (;;) {
    const link = page.getByRole("link").filter({ hasText: text });
    if (await link.count()) return link.first().click();
    const address = page.url();
    await page.getByRole("link", { name: "Load more" }).click();
    await expect(page).not.toHaveURL(address); // else the next page is passed over
  }
}

test("bad input says what is wrong beside the field, and keeps what was typed", async ({ page }) => {
  await page.goto("/strategies/west-midlands/sections/1/write");
  await page.locator("#field-text").fill("   ");
  await page.getByLabel("Neither for nor against").check();
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page.locator("#field-text-error")).toContainText("Write your comment.");
  await expect(page.getByLabel("Neither for nor against")).toBeChecked();
  await expectNoViolations(page);
  await page
    .locator("#field-text")
    .fill(`<script>alert(1)</script> \u202Eright to left\u202C z\u0351\u036B 😀 ${"long ".repeat(1200)}`);
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page.locator("#field-text-error")).toContainText("It can have 5,000");
  await expect(page.locator("#field-text")).toHaveValue(/^<script>alert\(1\)<\/script>/);
});

test("what is not there is a page that says so", async ({ page, allowed }) => {
  allowed.push(/404/);
  for (const path of [
    "/strategies/west-midlands/threads/nothing",
    "/strategies/west-midlands/sections/99",
    "/moderation/cases/x",
    "/leps/atlantis",
  ]) {
    await page.goto(path);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  }
});
