import { randomBytes } from "node:crypto";
import { addCases, addRep, countByState, startQueueChanges, startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, takeScreenshot, test } from "@/e2e/support/fixtures";

// A rep gets through forty comments before the evening meeting, and touches nothing but the keys.
test("forty cases are decided with the keyboard alone", async ({ page, context, baseURL }) => {
  test.setTimeout(120_000);
  const mark = `keys-${randomBytes(4).toString("hex")}`;
  const label = "Rep 1 (Unite)";
  await addCases(mark, 42, { label, kind: "check" });
  await startSessionAs(context, label, baseURL ?? "");
  let serverMs = 0;
  page.on("requestfinished", (request) => {
    const { requestStart, responseStart } = request.timing();
    serverMs += Math.max(0, responseStart - requestStart);
  });
  await page.goto("/moderation?kind=check");
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  // all of them are new, and from one place: a colleague each, or one who invented them
  await expect(page.getByText("Many new people from one place")).toBeVisible();
  await expect(page.getByText(/^\d\d new people gave the same district and kind of work this week/)).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await takeScreenshot(page, "queue");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  const started = Date.now();
  await page.keyboard.press("j");
  const focused = page.locator("a[data-case]:focus");
  for (let decided = 0; decided < 40; decided++) {
    await expect(focused).toContainText(mark);
    const id = await focused.getAttribute("data-case");
    const key = decided % 10 === 3 ? "x" : decided % 10 === 7 ? "t" : "p";
    await page.keyboard.press(key);
    if (key !== "p") await page.keyboard.press("2");
    await expect(page.locator(`a[data-case="${id}"]`)).toBeHidden();
  }
  await expect(focused).toContainText(mark);
  const last = await focused.getAttribute("data-case");
  await page.keyboard.press("p");
  await expect(page.locator(`a[data-case="${last}"]`)).toBeHidden();
  await page.keyboard.press("u"); // that one not
  const seconds = (Date.now() - started) / 1000;
  await expect
    .poll(() => countByState(mark), { timeout: 20_000 })
    .toEqual({ held: 2, published: 32, rejected: 4, returned: 4 });
  process.stdout.write(
    `Forty cases by keyboard: ${seconds.toFixed(1)} s, ${(serverMs / 1000).toFixed(2)} s of the server's.\n`,
  );
});

test("a script that got into the page does not run, and the page's own do", async ({
  page,
  context,
  baseURL,
  allowed,
}) => {
  allowed.push(/^console: .*Content Security Policy/);
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.route("**/moderation", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</body>", "<script>document.title = 'Taken over';</script></body>");
    await route.fulfill({ response, body });
  });
  await page.goto("/moderation");
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  expect(await page.content()).toContain("Taken over");
  expect(await page.title()).not.toBe("Taken over");
});

test("two reps see each other read and decide without a reload, however much else changes; the keys go on from there", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const mark = `live-${randomBytes(4).toString("hex")}`;
  await addCases(mark, 2);
  await startSessionAs(context, "Rep 2 (GMB)", baseURL ?? "");
  await page.goto("/moderation");
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  const [first, second] = [1, 2].map((n) => page.locator(`a[data-case="${mark}-${n}"]`));
  if (!first || !second) throw new Error("unreachable");
  await first.focus();
  const queueChanges = await startQueueChanges();
  const other = await browser.newContext({ baseURL });
  await startSessionAs(other, "Rep 1 (Unite)", baseURL ?? "");
  const otherPage = await other.newPage();
  await otherPage.goto(`/moderation/cases/${mark}-1`);
  await expect(page.getByRole("listitem").filter({ has: first })).toContainText("Rep 1 (Unite) is reading it");
  await expect(first).toBeFocused();
  await otherPage.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(first).toBeHidden();
  await expect(second).toBeFocused();
  await page.keyboard.press("p");
  await expect(second).toBeHidden();
  await page.keyboard.press("u");
  await expect(second).toBeFocused();
  await page.getByRole("button", { name: `Publish Queue ${mark}-2` }).click(); // a finger does it too
  await expect(second).toBeHidden();
  await queueChanges.stop();
  await other.close();
});

test("an open queue stays while the service is down, and is refreshed once it is back", async ({
  page,
  context,
  baseURL,
  allowed,
}) => {
  allowed.push(/^console: .*503/);
  const mark = `down-${randomBytes(4).toString("hex")}`;
  const only = { label: `Down ${mark}`, kind: "check" } as const;
  await addRep(only.label, "unite");
  await addCases(mark, 1, only);
  await startSessionAs(context, only.label, baseURL ?? "");
  await page.goto("/moderation?kind=check");
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  await page.route("**/readyz", (route) => route.fulfill({ status: 503 }));
  const refreshes: string[] = [];
  page.on("request", (request) => {
    if (request.headers().rsc) refreshes.push(request.url());
  });
  const checked = page.waitForRequest("**/readyz");
  await addCases(`${mark}-late`, 1, only);
  const queueChanges = await startQueueChanges();
  await checked;
  await queueChanges.stop();
  await expect(page.locator(`a[data-case="${mark}-1"]`)).toBeVisible();
  expect(refreshes).toEqual([]);
  await page.unroute("**/readyz");
  await expect(page.locator(`a[data-case="${mark}-late-1"]`)).toBeVisible();
});

test("a key with nothing focused decides nothing, and the keys can be switched off for good", async ({
  page,
  context,
  baseURL,
}) => {
  const mark = `off-${randomBytes(4).toString("hex")}`;
  const label = `Off ${mark}`;
  await addRep(label, "unite");
  await addCases(mark, 2, { label, kind: "check" });
  await startSessionAs(context, label, baseURL ?? "");
  await page.goto("/moderation?kind=check");
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  const focused = page.locator("a[data-case]:focus");
  await page.keyboard.press("p"); // takes the focus to the first case, and no more
  await expect(focused).toContainText(mark);
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Turn shortcuts off" }).click();
  await expectNoViolations(page);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.getByRole("button", { name: /^Keyboard shortcuts \(off\)/ })).toBeVisible();
  await page.locator(`a[data-case="${mark}-1"]`).focus();
  for (const key of ["p", "x", "t", "j", "?"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.locator(`a[data-case="${mark}-1"]`)).toBeFocused();
  expect(await countByState(mark)).toEqual({ held: 2 });
  await page.getByRole("button", { name: /^Keyboard shortcuts \(off\)/ }).click();
  await page.getByRole("button", { name: "Turn shortcuts on" }).click();
});

test("a page that is left sends what still waits", async ({ page, context, baseURL }) => {
  const mark = `left-${randomBytes(4).toString("hex")}`;
  await addCases(mark, 1);
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.goto("/moderation");
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  await page.locator(`a[data-case="${mark}-1"]`).focus();
  await page.keyboard.press("p");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  // whoever closes the browser now has read that nothing is decided yet
  await expect(page.getByText(/^Not sent yet: “Publish”/)).toBeVisible();
  expect(await countByState(mark)).toEqual({ held: 1 });
  await page.goto("/privacy");
  await expect.poll(() => countByState(mark)).toEqual({ published: 1 });
});

test("a rep filters the queue, saves the view, and goes through its cases one after the other", async ({
  page,
  context,
  baseURL,
}) => {
  const mark = `view-${randomBytes(4).toString("hex")}`;
  const label = `View ${mark}`;
  await addRep(label, "unite");
  await addCases(mark, 2, { label, kind: "check" });
  await startSessionAs(context, label, baseURL ?? "");
  await page.goto("/moderation");
  await expect(page.getByRole("main")).toContainText("Practise on 20 made-up comments");
  await page.getByText("Search, filter and sort").click();
  await page.getByLabel("Search", { exact: true }).fill(mark);
  await page.getByLabel("Who has it").selectOption({ label: "Passed to me or my union" });
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page.locator("a[data-case]")).toHaveCount(2);
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  await expectNoViolations(page);
  await page.getByLabel("Save this view as").fill(mark);
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("link", { name: mark, exact: true })).toHaveAttribute("aria-current", "page");
  await page.locator(`a[data-case="${mark}-1"]`).click();
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  await expectNoViolations(page);
  await takeScreenshot(page, "case");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(new RegExp(`/cases/${mark}-2\\?.*decided=${mark}-1$`));
  await expect(page.locator("[data-keys=ready]")).toBeAttached();
  await page.keyboard.press("x");
  await page.keyboard.press("2");
  await expect(page.getByRole("heading", { name: "What the author will see" })).toBeVisible();
  await page.getByRole("button", { name: "Confirm: Reject" }).click();
  await expect(page).toHaveURL(new RegExp(`/moderation\\?state=passed&decided=${mark}-2$`));
  expect(await countByState(mark)).toEqual({ published: 1, rejected: 1 });
  await page.getByRole("link", { name: "Decided by me" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`Queue ${mark}-2 `) })).toContainText("It insults someone");
  await expectNoViolations(page);
});
