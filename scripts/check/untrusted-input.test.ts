import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// What comes from a browser has no type until we have looked: what is bound to an action's form comes back as anything
// that JSON and more can hold, and a field of an address may be given twice. Where our own signatures say `unknown`, the
// type checker sees to it that somebody looks.

const files = (name: RegExp) =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => ({ file, text: readFileSync(join("app", file), "utf8") }));

test("no action believes what was bound to it: it is `unknown` until it was looked at", () => {
  const violations: string[] = [];
  let checkedCount = 0;
  for (const { file, text } of files(/(^|[\\/])actions\.ts$/)) {
    for (const [, name, parameters = ""] of text.matchAll(
      /^export (?:async function |const )(\w+)(?: = async )?\(([^)]*)\)/gm,
    )) {
      checkedCount += 1;
      const parameterList = parameters.split(",").map((parameter) => parameter.trim());
      const known = (parameter: string) =>
        parameter === "" || /^(_\w+: .+|form: FormData|\w+: unknown)$/.test(parameter);
      if (!parameterList.every(known)) violations.push(`${file}#${name}(${parameterList.join(", ")})`);
    }
  }
  expect(checkedCount).toBeGreaterThan(80);
  expect(violations, "Say `id: unknown`, and begin with `if (!isId(id)) notFound();`.").toEqual([]);
});

test("no page believes that a field of its address was given once", () => {
  const pages = files(/(^|[\\/])page\.tsx$/).filter(({ text }) => text.includes("searchParams"));
  expect(pages.length).toBeGreaterThan(25);
  const careful =
    /searchParams: Promise<(Record<string, string \| string\[\][^>]*>|\{( \w+\?: string \| string\[\];?)+ \})>/;
  expect(pages.filter(({ text }) => !careful.test(text)).map(({ file }) => file)).toEqual([]);
});
