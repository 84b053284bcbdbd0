import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// A field of an address may be given twice, or not at all. Where our own signatures say so, the type checker sees to it
// that a page reads it carefully. For what is bound to actions, app/every-action.test.ts sees to it.

const files = (name: RegExp) =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => ({ file, text: readFileSync(join("app", file), "utf8") }));

test("no page believes that a field of its address was given once", () => {
  const pages = files(/(^|[\\/])page\.tsx$/).filter(({ text }) => text.includes("searchParams"));
  expect(pages.length).toBeGreaterThan(25);
  const careful =
    /searchParams: Promise<(Record<string, string \| string\[\][^>]*>|\{( \w+\?: string \| string\[\];?)+ \})>/;
  expect(pages.filter(({ text }) => !careful.test(text)).map(({ file }) => file)).toEqual([]);
});
