import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { runSql, startSessionAs } from "@/e2e/support/database";
import { expect, expectAccessible, test } from "@/e2e/support/fixtures";

// A rep dropped her phone in the canal, and the codes were in its case. Two admins give her second step back.
test("who lost their second step is told what to do, and two admins give it back", async ({
  page,
  context,
  baseURL,
}) => {
  const mark = randomBytes(4).toString("hex");
  const [rep, one, two] = [`Rep lost-${mark}`, `Admin A ${mark}`, `Admin B ${mark}`];
  const url = baseURL ?? "";
  await runSql(`
    INSERT INTO accounts (id, label) VALUES ('${rep}', '${rep}'), ('${one}', '${one}'), ('${two}', '${two}');
    INSERT INTO grants (id, "accountId", role, "bodyId", "unionId") VALUES
      ('${rep}', '${rep}', 'rep', 'cornwall-scilly', 'unison'), ('${one}', '${one}', 'admin', NULL, NULL), ('${two}', '${two}', 'admin', NULL, NULL);
    INSERT INTO passkeys (id, "accountId", "credentialId", "publicKey") VALUES ('${rep}', '${rep}', '\\x${mark}', '\\x00')`);

  await enterBeforeStep(context, rep, url);
  await page.goto("/moderation");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/sign-in/second-step?to=%2Fmoderation");
  await page.getByRole("link", { name: "I have lost all of these" }).click();
  await expect(page.getByRole("main")).toContainText(`Tell them that you are ${rep}`);
  await expectAccessible(page);

  for (const admin of [one, two]) {
    await context.clearCookies();
    await startSessionAs(context, admin, url);
    await page.goto("/admin");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Lost second steps" }).click();
    if (admin === one) {
      await page.getByLabel("Who lost it?").selectOption({ label: rep });
      await page.getByLabel("I saw or spoke to them myself").check();
      await page.getByRole("button", { name: "Ask a second admin" }).click();
      await expect(page.getByRole("listitem").filter({ hasText: rep })).toContainText("Another admin must confirm it");
    } else {
      await page.getByRole("button", { name: `I have checked: confirm for ${rep}` }).click();
      await expect(page.getByRole("listitem").filter({ hasText: rep })).toHaveCount(0);
    }
  }

  // she signs in by email again, and sets up a new one
  await context.clearCookies();
  await enterBeforeStep(context, rep, url);
  await page.goto("/sign-in/second-step?to=%2Fmoderation");
  await expect(page).toHaveURL(/\/second-step\/set-up/);
});

/** As after the code of the mail: the second step waits. */
async function enterBeforeStep(context: BrowserContext, accountId: string, url: string): Promise<void> {
  const token = randomBytes(20).toString("hex");
  await runSql(`
    INSERT INTO sessions (id, "tokenHash", "endsAt", "accountId") VALUES ('${randomBytes(11).toString("hex")}',
      '\\x${createHash("sha256").update(token).digest("hex")}', now() AT TIME ZONE 'UTC' + interval '1 hour', '${accountId}')`);
  await context.addCookies([{ name: "session", value: token, url }]);
}
