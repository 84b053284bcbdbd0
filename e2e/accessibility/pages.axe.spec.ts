import type { Page } from "@playwright/test";
import { findViolations } from "@/e2e/support/axe";
import { expect, expectAccessible, takeScreenshot, test } from "@/e2e/support/fixtures";
import { demoNotice } from "@/lib/people/demo-tours.rules";
import { paths } from "@/lib/routes";
import { demoId } from "@/prisma/seed/demo/content";

const pages = [
  "/",
  "/find",
  "/find?q=Dudley",
  "/find?q=Newport",
  "/find?q=xyzzy",
  "/england",
  "/england?measure=agreement",
  "/unions/gmb",
  "/leps",
  "/leps/black-country",
  "/leps/black-country/summary/themes",
  "/leps/black-country/summary/who-took-part",
  "/leps/black-country/summary/area?subject=skills",
  "/leps/black-country/skills",
  "/leps/black-country/paper",
  "/embed/leps/black-country/foundations",
  "/strategies",
  "/strategies/west-midlands",
  "/strategies/west-midlands/summary/paper",
  "/strategies/west-midlands/sections/1",
  "/strategies/west-midlands/sections/1/write",
  "/strategies/west-midlands/answers",
  "/strategies/west-midlands/comments?theme=pay",
  paths.report("west-midlands", demoId("comment", "wm-003-b")),
  paths.reportIllegal("west-midlands", demoId("comment", "wm-003-b")),
  "/transparency",
  "/transparency/west-midlands",
  "/transparency/west-midlands/check",
  "/sign-in",
  "/my",
  "/credits",
  "/privacy",
  "/accessibility",
  "/rules",
  "/guides/reps",
  "/guides/reps/practice?comment=3&decision=publish",
  "/cookies",
  "/complaints",
  "/demo",
];

for (const path of pages) {
  test(`${path} reads well for everybody`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByText(demoNotice.text).first(), "says that it is made up").toBeVisible();
    await expectAccessible(page);
  });
}

test("a page that is not there says so", async ({ page, allowed }) => {
  allowed.push(/404/);
  const response = await page.goto("/strategies/atlantis");
  expect(response?.status()).toBe(404);
  await expectAccessible(page);
});

test("text that is too pale is found each time its colours occur, in light and in dark", async ({ page }) => {
  const text = '<p style="color: oklch(0.8 0 0)">pale</p>';
  const style = "body { background: white } @media (prefers-color-scheme: dark) { body { background: black } }";
  await page.setContent(`<style>${style}</style><main>${text}${text}</main>`);
  const inLight = await findViolations(page, { runOnly: ["color-contrast"] });
  expect(inLight).toEqual([expect.stringContaining(`${text} | ${text}`)]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await findViolations(page, { runOnly: ["color-contrast"] })).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await findViolations(page, { runOnly: ["color-contrast"] })).toEqual(inLight);
});

test("a thread reads well for everybody", async ({ page }) => {
  await page.goto(paths.thread("west-midlands", demoId("thread", "wm-001")));
  await expect(page.getByRole("article").first()).toContainText("the first bus out of Dudley");
  await takeScreenshot(page, "thread");
  await expectAccessible(page);
});

test("what a board reads first is two sheets, with annexes behind", async ({ page }) => {
  for (const path of [
    paths.lepPaper("black-country"),
    paths.lepSubjectPaper("black-country", "skills"),
    paths.strategySummaryPaper("west-midlands"),
  ]) {
    await page.goto(path);
    const all = await countSheets(page);
    await page.locator(".annexes").evaluate((annexes) => annexes.remove());
    expect([path, await countSheets(page)]).toEqual([path, 2]);
    expect([path, all > 2]).toEqual([path, true]);
  }
});

test("what is printed to be handed out fits its sheets", async ({ page }) => {
  for (const slug of ["west-midlands", "greater-manchester", "cornwall-scilly"]) {
    const sheets: [string, number][] = [
      [paths.poster(slug), 1],
      [paths.paper(slug), 1],
      [`${paths.paper(slug)}?size=large`, 2],
    ];
    for (const [path, count] of sheets) {
      await page.goto(path);
      expect([path, await countSheets(page)]).toEqual([path, count]);
    }
  }
});

test("nothing of a summary is wider than an A4 sheet", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 718, height: 1000 }); // 190 mm, at 96 pixels an inch
  for (const path of ["/england", "/unions/gmb", "/leps/black-country", "/strategies/west-midlands/summary"]) {
    await page.goto(path);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 718]);
  }
});

async function countSheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
