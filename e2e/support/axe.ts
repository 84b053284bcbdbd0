import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

type Colour = { r: number; g: number; b: number; alpha: number; parseString: (text: string) => Colour };

/**
 * Runs axe in a page, where it stays for the next run. Axe's own package for Playwright opens a second page for each
 * run and describes what passed too: nearly four times the work, for pages without frames like ours. To preload is for
 * sounds and films, of which we have none.
 * @returns a line for each rule that is broken, with the elements that break it
 */
export async function findViolations(page: Page, rules: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(axe.source);
    await page.evaluate(parseEachColourOnce);
  }
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
      return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`);
    },
    { preload: false, ...rules, resultTypes: ["violations" as const] },
  );
}

/** Axe parses the colours of every element behind every text; a page has a few dozen. Runs in the page. */
function parseEachColourOnce(): void {
  const { prototype } = (window as unknown as { axe: { commons: { color: { Color: { prototype: Colour } } } } }).axe
    .commons.color.Color;
  const parse = prototype.parseString;
  const parsed = new Map<string, [number, number, number, number]>();
  prototype.parseString = function (text) {
    const known = parsed.get(text);
    if (known) {
      [this.r, this.g, this.b, this.alpha] = known;
      return this;
    }
    parse.call(this, text); // throws where it cannot, each time
    parsed.set(text, [this.r, this.g, this.b, this.alpha]);
    return this;
  };
}
