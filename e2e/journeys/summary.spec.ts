import type { APIRequestContext } from "@playwright/test";
import { chartTableLabels } from "@/components/charts/chart-figure";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

// Somebody of a Skills Advisory Panel: one subject of the LEP's page, to read, to follow and to print.
test("a panel reads what is said on its subject, follows the answers and prints the paper", async ({
  page,
  request,
}) => {
  await page.goto("/leps/black-country");
  const subjects = page.getByRole("navigation", { name: "By subject" });
  await subjects.getByText("By subject").click();
  await subjects.getByRole("link", { name: "Skills" }).click();
  await expect(page).toHaveURL(/\/leps\/black-country\/skills$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Black Country: Skills");
  const crumbs = page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link");
  await expect(crumbs).toHaveText(["Home", "LEPs", "Black Country LEP"]);
  await expect(page.getByRole("main")).toContainText("Skills Advisory Panel");
  await page.getByText(chartTableLabels.withFiles).first().click();
  const themes = page.getByRole("region", { name: "By theme" }).getByRole("rowheader");
  await expect(themes.first()).toHaveText("Training, apprenticeships and progression");
  for (const name of ["By section", "By foundation"]) await expect(page.getByRole("region", { name })).toHaveCount(0);
  await expect(page.locator("blockquote").first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  const feed = await request.get("/leps/black-country/skills/answers.atom");
  expect(feed.headers()["content-type"]).toContain("application/atom+xml");
  expect((await request.get("/leps/black-country/weather")).status()).toBe(404);

  await page.getByRole("link", { name: "Print as a board paper" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("about skills and training");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
});

test("every link on a LEP's page leads somewhere, and to what it names", async ({ page, request }, { project }) => {
  test.skip(project.name !== "no-js", "the same links everywhere");
  await page.goto("/leps/black-country");
  const links = await page
    .getByRole("main")
    .locator("a[href]")
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("href") ?? ""))]);
  expect(links.length).toBeGreaterThan(40);
  const pages = new Map<string, string>();
  for (const href of links) {
    const [path = "", id] = href.split("#");
    const address = path || "/leps/black-country";
    const html = pages.get(address) ?? (await fetchText(request, address));
    pages.set(address, html);
    if (id) expect([href, html.includes(`id="${id}"`)]).toEqual([href, true]);
  }
});

// An officer sees all of it in a few screens; the limits are those of the first page in the demonstration.
for (const [path, limits] of [
  ["/leps/black-country", { 1280: 4500, 390: 6000 }],
  ["/england", { 1280: 4500, 390: 6000 }],
] as const) {
  test(`${path} is a few screens high`, async ({ page }, { project }) => {
    test.skip(project.name !== "no-js", "sets the size of the window itself");
    for (const [width, limit] of Object.entries(limits)) {
      await page.setViewportSize({ width: Number(width), height: 800 });
      await page.goto(path);
      const height = await page.evaluate(async () => {
        await document.fonts.ready; // a fallback font takes more lines
        return document.documentElement.scrollHeight;
      });
      expect([width, height, height <= limit]).toEqual([width, height, true]);
    }
  });
}

test("anybody shows a figure on their own page, and only a figure", async ({ page, request }) => {
  await page.goto("/leps/black-country/figures");
  const linkText = page.getByLabel(/^Code to copy ?: Comments by theme$/);
  await expect(linkText).toHaveValue(/^<iframe src="http[^"]+\/embed\/leps\/black-country\/themes"/);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  const contentSecurityPolicy = async (path: string) => (await request.get(path)).headers()["content-security-policy"];
  expect(await contentSecurityPolicy("/embed/leps/black-country/themes")).toContain("frame-ancestors *");
  expect(await contentSecurityPolicy("/leps/black-country")).toContain("frame-ancestors 'none'");
  await page.getByRole("link", { name: /^View ?: Comments by theme$/ }).click();
  await expect(page.getByRole("table", { name: /Comments by theme/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Pay and the living wage" })).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  // in the frame of the code above nothing scrolls: as high as embedSnippet makes it, 16 px from the edges of the screen
  for (const width of [288, 358]) {
    await page.setViewportSize({ width, height: 700 });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect([width, height <= 1440 - (width + 32)]).toEqual([width, true]);
  }
});

async function fetchText(request: APIRequestContext, path: string): Promise<string> {
  const response = await request.get(path);
  expect([path, response.status()]).toEqual([path, 200]);
  return response.text();
}
