import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const pages = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(folder, path)),
);

test("what does something has the edge of a button, and what leads somewhere is a link", () => {
  let buttons = 0;
  for (const file of pages)
    for (const [tag] of readFileSync(file, "utf8").matchAll(/<button\b[\s\S]*?className=(?:"[^"]*"|\{`[^`]*`\})/g)) {
      expect([file, tag]).toEqual([file, expect.stringMatching(/\bborder|baseClasses/)]);
      expect([file, tag]).toEqual([file, expect.not.stringMatching(/["` ]link[ "`]/)]);
      buttons += 1;
    }
  expect(buttons).toBeGreaterThan(1);
});
