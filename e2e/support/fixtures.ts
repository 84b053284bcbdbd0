import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { test as base, type Page } from "@playwright/test";
import type { RunOptions } from "axe-core";
import { findViolations } from "@/e2e/support/axe";
import { countMail, waitForMail } from "@/e2e/support/mailbox";
import { optionalSummary } from "@/lib/comments/comment.rules";

type Fixtures = {
  /** What the browser may complain of in this test: add to it what is expected. */
  allowed: RegExp[];
  /** Signs in by email: asks for the mail, reads it, types its code. */
  signInAs: (email: string) => Promise<void>;
};

export const expect = base.expect;

const phone = { width: 320, height: 640 };

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  allowed: async ({}, use) => use([]),

  /** A page that fails its test when the browser complains, a request fails, or one goes to anybody else. */
  page: async ({ page, allowed, baseURL }, use) => {
    // each test comes from a network of its own, as its people would: what one network may send is not for all tests together
    await page.context().setExtraHTTPHeaders({ "X-Forwarded-For": `10.${[...randomBytes(3)].join(".")}` });
    const problems: string[] = [];
    page.on("console", (message) => {
      const line = `console: ${message.text()} ${message.location().url}`.trim();
      if (["error", "warning"].includes(message.type())) problems.push(line);
    });
    page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      if (test.info().project.use.javaScriptEnabled === false && request.resourceType() === "script") return; // it is off
      if (why !== "net::ERR_ABORTED") problems.push(`failed: ${request.url()} ${why}`); // aborted: a download, a new page
    });
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${baseURL}/`))
        problems.push(`somebody else's: ${request.url()}`);
    });
    await use(page);
    expect(problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))).toEqual([]);
  },

  signInAs: async ({ page }, use) => {
    await use(async (email) => {
      const before = countMail(email);
      await page.goto("/sign-in");
      await page.locator("#field-email").fill(email);
      await formContaining(page, "#field-email").getByRole("button").click();
      await expect(page.locator("#field-code")).toBeVisible();
      const { text } = await waitForMail(email, before);
      const code = /code is ([0-9A-Z]{4} [0-9A-Z]{4})\b/.exec(text)?.[1] ?? "";
      await page.locator("#field-code").fill(code.trim());
      await formContaining(page, "#field-code").getByRole("button").first().click();
      await expect(page).not.toHaveURL(/\/sign-in\/code$/);
    });
  },
});

/** Leaves the page, then its session. A live page that stays would ask again, and be refused. */
export async function signOut(page: Page): Promise<void> {
  await page.goto("/privacy");
  await page.context().clearCookies();
}

/** The form that a field is in. */
export const formContaining = (page: Page, field: string) => page.locator("form").filter({ has: page.locator(field) });

/** Opens the optional fields of a comment's form, and chooses the district of the workplace. */
export async function chooseWorkplace(page: Page, district: string): Promise<void> {
  await page.getByText(optionalSummary).click();
  await page.locator("#field-district").selectOption({ label: district });
}

/** No violation in light and dark and on a small phone, and nothing too wide there, once the page has loaded. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState(); // a link that was clicked may have begun to replace the document
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page, { runOnly: ["color-contrast"] });
  await page.setViewportSize(phone);
  await expectNoViolations(page, { rules: { "color-contrast": { enabled: false } } });
  await expectNoOverflow(page);
}

/**
 * No violation that axe knows of. Axe is a script itself: where scripts are off, the other projects check.
 * @param rules which rules to check; all, when it is left out
 */
export async function expectNoViolations(page: Page, rules: RunOptions = {}): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return;
  expect(await findViolations(page, rules)).toEqual([]);
}

/** Nothing is wider than the screen. What runs at a desk only is checked on a small phone too, there with axe. */
export async function expectNoHorizontalScroll(page: Page): Promise<void> {
  await expectNoOverflow(page);
  if (test.info().project.name !== "desktop") return;
  const size = page.viewportSize();
  await page.setViewportSize(phone);
  await expectNoViolations(page, { rules: { "color-contrast": { enabled: false } } }); // no other colours than at a desk
  await expectNoOverflow(page);
  if (size) await page.setViewportSize(size);
}

async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

/** A screenshot, when wanted: PICTURES=folder npx playwright test. Making one takes as long as loading a page. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  const { PICTURES } = process.env;
  if (!PICTURES) return;
  await page.screenshot({ path: join(PICTURES, `${name}-${test.info().project.name}.png`), fullPage: true });
}
