import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

// Anybody checks a record in their own browser; and a record that somebody tampered with is recognised.
const address = "/transparency/west-midlands";

test("anybody reads the record of decisions and checks it", async ({ page }) => {
  await page.goto("/transparency");
  await page.getByRole("main").getByRole("link", { name: "West Midlands" }).first().click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  const last = (await page.getByRole("main").locator("code").last().textContent()) ?? "";
  await page.getByLabel("A check number you wrote down").fill(last);
  await page.getByRole("button", { name: "Check all decisions now" }).click();
  await expect(page.locator("#check-result")).toContainText(/All \d+ decisions and \d+ daily numbers are right/);
  await expect(page.locator("#check-result")).toContainText(/is that of decision \d+/);
  await page.getByLabel("A check number you wrote down").fill("ab".repeat(32));
  await page.getByRole("button", { name: "Check all decisions now" }).click();
  await expect(page.locator("#check-result")).toContainText("is not in this record");
  await expectNoViolations(page);
  await page.getByRole("link", { name: "Load more decisions" }).click();
  await expect(page).toHaveURL(/before=\d+$/);
});

const attacks: [string, (lines: string[]) => string[], RegExp][] = [
  ["one byte changed", (lines) => lines.with(6, lines[6]?.replace(/\w"\]$/, 'g"]') ?? ""), /Decision 7 was changed/],
  ["one row deleted", (lines) => lines.toSpliced(6, 1), /Decision 7 is missing/],
  ["two rows swapped", (lines) => lines.with(6, lines[7] ?? "").with(7, lines[6] ?? ""), /Decision 7 is missing/],
  ["the end cut off", (lines) => lines.slice(0, 9), /is not the one that was published on/],
];

for (const [what, attack, result] of attacks) {
  test(`a record with ${what} is found in the browser`, async ({ page }) => {
    await page.route(/\/record\?after=/, async (route) => {
      if (!route.request().url().endsWith("after=0")) return route.fulfill({ body: "" });
      const lines = (await (await route.fetch()).text()).trimEnd().split("\n");
      await route.fulfill({ body: `${attack(lines).join("\n")}\n` });
    });
    await page.goto(address);
    await page.getByRole("button", { name: "Check all decisions now" }).click();
    await expect(page.locator("#check-result")).toContainText("Something is wrong with this record");
    await expect(page.locator("#check-result")).toContainText(result);
  });
}

test("a forged head is found in the browser", async ({ page }) => {
  await page.route(/\/record\/heads$/, async (route) => {
    const body = await (await route.fetch()).text();
    await route.fulfill({ body: body.replace(/"hash":"..../, '"hash":"0000') });
  });
  await page.goto(address);
  await page.getByRole("button", { name: "Check all decisions now" }).click();
  await expect(page.locator("#check-result")).toContainText("is not the one that was published on");
});
