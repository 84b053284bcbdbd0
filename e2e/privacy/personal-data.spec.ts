import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { startSessionAs } from "@/e2e/support/database";
import {
  chooseWorkplace,
  expect,
  expectNoHorizontalScroll,
  expectNoViolations,
  formContaining,
  test,
} from "@/e2e/support/fixtures";

// A care worker comments, sees her data, corrects it, withdraws consent, complains, and erases everything.
test("somebody sees, puts right, takes back and erases what we keep", async ({ page, context }) => {
  const typedText = `The rota comes the night before (${randomBytes(4).toString("hex")}).`;
  await page.goto("/strategies/west-midlands/sections/1/write");
  await page.locator("#field-text").fill(typedText);
  await chooseWorkplace(page, "Dudley");
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await page.getByRole("button", { name: "I agree and send" }).click();
  const receipt = ((await page.locator("#receipt").textContent()) ?? "").trim();

  await page.goto("/my");
  await page.getByRole("link", { name: "See the data we hold about you" }).click();
  await expect(page.getByRole("main")).toContainText(typedText);
  await expect(page.getByRole("main")).toContainText("Dudley");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download your data" }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  expect(file.participants[0].comments[0].revisions[0].text).toBe(typedText);

  await page.getByRole("link", { name: "Change where you work" }).click();
  await page.locator("#field-district").selectOption({ label: "Walsall" });
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main")).toContainText("Walsall");

  await page.getByRole("button", { name: "Withdraw consent for" }).click();
  await expect(page.getByText("You withdrew your consent")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(typedText);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "I agree again" }).click();
  await expect(page.getByRole("button", { name: "Withdraw consent for" })).toBeVisible();

  const complaint = `You were slow (${randomBytes(4).toString("hex")}).`;
  await page.goto("/complaints");
  await page.getByRole("button", { name: "Send the complaint" }).click();
  await expect(page.locator("#field-text-error")).toContainText("Say what is wrong.");
  await page.locator("#field-text").fill(complaint);
  await page.getByRole("button", { name: "Send the complaint" }).click();
  await expect(page.getByText("We have received your complaint")).toBeVisible();
  await page.goto("/complaints");
  await expect(page.getByRole("article")).toContainText(complaint);
  await expect(page.getByRole("article")).toContainText("We must answer by");

  await page.goto("/my");
  await page.getByRole("link", { name: "Erase my data" }).click();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Erase my data now" }).click();
  await expect(page.getByRole("heading", { name: "Your data has been erased" })).toBeVisible();
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.locator("#field-receipt").fill(receipt);
  await formContaining(page, "#field-receipt").getByRole("button").click();
  await expect(page.locator("#field-receipt-error")).toContainText("This receipt code is not right");
});

test("somebody with no account and no receipt complains, an admin answers, the code shows it", async ({
  page,
  context,
  baseURL,
}) => {
  const complaint = `You named me (${randomBytes(4).toString("hex")}).`;
  await page.goto("/complaints");
  await page.locator("#field-text").fill(complaint);
  await page.getByRole("button", { name: "Send the complaint" }).click();
  const code = ((await page.locator("#complaint-code").textContent()) ?? "").trim();
  await expectNoViolations(page);
  await startSessionAs(context, "Admin", baseURL ?? "");
  await page.goto("/admin/complaints");
  for (;;) {
    const link = page.getByRole("listitem").filter({ hasText: complaint }).getByRole("link");
    if (await link.count()) {
      await link.first().click();
      break;
    }
    await page.getByRole("link", { name: "Load more" }).click();
  }
  await page.locator("#field-answer").fill("We were. We are sorry.");
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByRole("article")).toContainText("We were. We are sorry.");
  await context.clearCookies();
  await page.goto("/complaints");
  await page.locator("#field-code").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Show my complaint" }).click();
  await expect(page.getByRole("article")).toContainText("We were. We are sorry.");
  await expectNoHorizontalScroll(page);
});
