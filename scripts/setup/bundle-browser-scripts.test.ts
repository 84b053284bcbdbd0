import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleBrowserScripts } from "@/scripts/setup/bundle-browser-scripts";

const gzippedBytes = (name: string) => gzipSync(readFileSync(`public/browser/${name}`), { level: 9 }).length;

test("a form for writing loads a small script, and the lists of names only when somebody types", () => {
  bundleBrowserScripts();
  const [form, rules] = [gzippedBytes("writing-form.js"), gzippedBytes("identifying-details.js")];
  process.stdout.write(`writing-form.js ${form} bytes gzipped, identifying-details.js ${rules}\n`);
  expect(form).toBeLessThan(3 * 1024);
  expect(rules).toBeLessThan(60 * 1024);
  expect(readFileSync("public/browser/writing-form.js", "utf8")).not.toContain("wisniewski");
});

test("the module that is loaded while somebody types finds what the server finds", async () => {
  bundleBrowserScripts();
  const address = `file://${process.cwd()}/public/browser/identifying-details.js`;
  const { describe: describeDetails } = await import(/* @vite-ignore */ address);
  expect(describeDetails("Ask Wojciech on 07700 900123.")).toEqual([
    "a person’s name: “Wojciech”",
    "a phone number: “07700 900123”",
  ]);
});
