import { expect, expectNoViolations, test } from "@/e2e/support/fixtures";

// Somebody comes to the desk: the page goes, and who opens it again finds nobody signed in.
test("leaving a page leads away at once, signs out, and leaves no way back to it", async ({ page, allowed }) => {
  const hasScripts = test.info().project.use.javaScriptEnabled !== false;
  allowed.push(/^somebody else's: https:\/\/www\.bbc\.co\.uk\/weather$/);
  // where the tests have no internet: the redirect's target is requested before it is answered here
  if (!hasScripts) allowed.push(/^failed: https:\/\/www\.bbc\.co\.uk\/weather /);
  await page.route("https://www.bbc.co.uk/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Weather</title><h1>Dry</h1>" }),
  );
  await page.goto("/demo");
  await page.getByRole("button", { name: /^Sign in as Bus driver in Dudley/ }).click();
  await expect(page).toHaveURL(/\/my$/);
  await expectNoViolations(page);
  await page.getByRole("link", { name: /^Decisions about your comments/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Decisions about your comments");
  await page.waitForLoadState(); // the heading is there before the script that hears the key
  if (hasScripts) for (let n = 0; n < 3; n++) await page.keyboard.press("Escape");
  else await page.getByRole("link", { name: "Leave this page" }).click();
  await expect(page).toHaveURL("https://www.bbc.co.uk/weather");
  await expect(page.getByRole("heading")).toHaveText("Dry");
  expect(await page.context().cookies("http://localhost")).toEqual([]);
  await page.goBack();
  if (hasScripts) await expect(page).not.toHaveURL(/\/my\/notices$/);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Decisions about your comments");
  await page.goto("/my/notices");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/strategies");
  await page.getByRole("link", { name: "Leave this page" }).click();
  await expect(page).toHaveURL("https://www.bbc.co.uk/weather");
});

for (const way of ["Leave this page", "Sign out"]) {
  test(`what was typed is there by Back, and after “${way}” no more`, async ({ page, allowed }) => {
    allowed.push(
      // its first page too: Playwright opens that to empty what the test before has stored there
      /^somebody else's: https:\/\/www\.bbc\.co\.uk\/(weather)?$/,
      /^failed: https:\/\/www\.bbc\.co\.uk\/weather /,
    );
    await page.route("https://www.bbc.co.uk/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Weather</title><h1>Dry</h1>" }),
    );
    const text = page.getByLabel("Your comment");
    await page.goto("/demo");
    await page.getByRole("button", { name: /^Sign in as Bus driver in Dudley/ }).click();
    await expect(page).toHaveURL(/\/my$/);
    await page.goto("/strategies/west-midlands/sections/1/write");
    await text.fill("My manager reads this screen.");
    await page.goto("/cookies");
    await page.goBack();
    await expect(text).toHaveValue("My manager reads this screen."); // it is still there for whoever typed it
    await page.goForward();
    await page.waitForURL(/\/cookies$/); // Playwright takes what header.js notes in the history for the page's arrival
    if (way === "Sign out") {
      await page.goto("/my");
      await page.getByRole("button", { name: way }).first().click();
      await expect(page).toHaveURL(/\/$/);
    } else {
      await page.getByRole("link", { name: way }).click();
      await expect(page).toHaveURL("https://www.bbc.co.uk/weather");
    }
    // where scripts run, pages on the way reload themselves, and that interrupts the way back
    do await page.goBack({ waitUntil: "commit" }).catch(() => {});
    while (!/\/write$/.test(page.url()));
    const isReloaded = () => performance.getEntriesByType("navigation")[0]?.toJSON().type === "reload";
    if (test.info().project.use.javaScriptEnabled !== false) await page.waitForFunction(isReloaded);
    await expect(text).toHaveValue("");
  });
}
