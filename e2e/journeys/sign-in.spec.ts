import {
  expect,
  expectNoHorizontalScroll,
  expectNoViolations,
  formContaining,
  signOut,
  test,
} from "@/e2e/support/fixtures";
import { createStaff, readAuthenticator } from "@/e2e/support/staff";

// A rep's first evening: the mail is not enough, an app is set up, and from then on both are required.
test("a rep sets up a second step, and nothing of a rep's is seen before it", async ({ page, signInAs }) => {
  test.slow();
  const email = createStaff("Rep with an app");
  await signInAs(email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your second step");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  const app = await readAuthenticator(page);
  for (const path of ["/moderation", "/my"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    await expect(page.getByText("You are partly signed in")).toBeVisible();
  }
  await page.goto("/moderation/cases/x");
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goto("/sign-in/second-step?to=/moderation");
  await page.locator("#field-code").fill("12");
  await page.getByRole("button", { name: "Use this app" }).click();
  await expect(page.locator("#field-code-error")).toContainText("6 numbers");
  await expectNoViolations(page);
  expect(await readAuthenticator(page).then((same) => same(9))).toBe(app(9)); // the secret that was scanned stays
  const used = app();
  await page.locator("#field-code").fill(used);
  await page.getByRole("button", { name: "Use this app" }).click();

  await page.getByRole("button", { name: "Create recovery codes" }).click();
  await expect(page.locator("#recovery-codes li")).toHaveCount(10);
  const codes = await page.locator("#recovery-codes code").allTextContents();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "I have saved them: continue" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  await signOut(page);

  await signInAs(email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second step");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.locator("#field-code").fill(used);
  await formContaining(page, "#field-code").getByRole("button").click();
  await expect(page.locator("#field-code-error")).toContainText("Each code works once");
  await page.goto("/sign-in/second-step/set-up");
  await expect(page).toHaveURL(/\/second-step\?to=/); // the mail alone adds no app of its own
  await page.locator("#field-code").fill(app(1));
  await formContaining(page, "#field-code").getByRole("button").click();
  await expect(page).toHaveURL(/\/moderation$/);
  await page.goto("/sign-in/second-step/set-up");
  await expect(page.getByText("You have an app set up.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0); // the last one stays
  await expectNoViolations(page);
  await signOut(page);

  await signInAs(email);
  await page.locator("#field-recovery").fill((codes[0] ?? "").toLowerCase());
  await formContaining(page, "#field-recovery").getByRole("button").click();
  await expect(page).toHaveURL(/\/moderation$/);
});

test("somebody comes by their union's own sign-in, stops, and comes again", async ({ page, allowed, baseURL }) => {
  allowed.push(/somebody else's: http:\/\/localhost:/, /favicon/);
  await page.goto("/sign-in?to=/my/follows");
  await expectNoViolations(page);
  await page.getByRole("link", { name: "The Walkers’ Union" }).click();
  await expect(page).not.toHaveURL(new RegExp(`^${baseURL}`));
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Signing in with The Walkers’ Union did not work")).toBeVisible();
  await expectNoViolations(page);
  await page.goto("/sign-in?to=/my/follows");
  await page.getByRole("link", { name: "The Walkers’ Union" }).click();
  await page.getByLabel("subject").fill(`member ${Date.now()}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${baseURL}/my/follows`);
  await page.goto("/my/sessions");
  await expect(page.getByText("this browser")).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Sign out everywhere, including here" }).click();
  await expect(page).toHaveURL(`${baseURL}/`);
  await page.goto("/my");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
});
