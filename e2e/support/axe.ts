import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

/**
 * Runs axe in a page, where it stays for the next run. Axe's own package for Playwright opens a second page for each
 * run and describes what passed too: nearly four times the work, for pages without frames like ours. To preload is for
 * sounds and films, of which we have none.
 * @returns a line for each rule that is broken, with the elements that break it
 */
export async function findViolations(page: Page, rules: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
      return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`);
    },
    { preload: false, ...rules, resultTypes: ["violations" as const] },
  );
}
