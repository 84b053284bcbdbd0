import { createHash } from "node:crypto";
import { runSql } from "@/e2e/support/database";
import { expect, expectAccessible, expectNoHorizontalScroll, takeScreenshot, test } from "@/e2e/support/fixtures";

// An officer reads for a while before they write: they hear of the end of their time before it comes, and stay by one
// press or by typing.
test("somebody is warned before they are signed out, stays by one press, and by typing", async ({ page, context }) => {
  await page.clock.install();
  await page.goto("/demo");
  await page
    .getByRole("button", { name: /officer/i })
    .first()
    .click();
  await expect(page.getByRole("main")).not.toContainText("Come in as");
  const token = (await context.cookies()).find(({ name }) => name === "session")?.value ?? "";
  const own = `"tokenHash" = '\\x${createHash("sha256").update(token).digest("hex")}'`;
  const idleFor = (minutes: number) =>
    runSql(`UPDATE sessions SET "seenAt" = now() AT TIME ZONE 'UTC' - interval '${minutes} minutes' WHERE ${own}`);
  const isFresh = async () => {
    const used = `SELECT count(*)::int AS n FROM sessions WHERE ${own} AND "seenAt" > now() AT TIME ZONE 'UTC' - interval '1 minute'`;
    return (await runSql(used))[0]?.n === 1;
  };
  const warning = page.getByRole("alert").filter({ hasText: "unless you stay signed in" });

  await page.goto("/complaints");
  await expect(page.getByText("we sign you out 15 minutes after you last typed or opened a page")).toBeVisible();
  await idleFor(13.5);
  await page.clock.fastForward("13:00");
  await expect(warning).toBeVisible();
  expect(await isFresh()).toBe(false); // the page requested it by itself
  await expectAccessible(page);
  await expectNoHorizontalScroll(page);
  await takeScreenshot(page, "session-warning");
  await warning.getByRole("button", { name: "Stay signed in" }).click();
  await expect(warning).toHaveCount(0);
  expect(await isFresh()).toBe(true);

  await idleFor(10);
  await page.clock.fastForward("01:01");
  await page.locator("textarea").first().pressSequentially("The");
  await expect.poll(isFresh).toBe(true);

  await idleFor(20);
  await page.clock.fastForward("14:00");
  await expect(page.getByRole("alert").filter({ hasText: "You have been signed out" })).toBeVisible();
});
