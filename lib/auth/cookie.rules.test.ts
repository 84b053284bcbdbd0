import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deviceStorage, siteCookies } from "@/lib/auth/cookie.rules";

/** The source files that run in a browser or set response headers. */
const sources = ["app", "browser", "components", "lib", "public"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.(tsx?|js)$/.test(name) && !/test/.test(name))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const found = (pattern: RegExp) =>
  sources.flatMap((file) => [...readFileSync(file, "utf8").matchAll(pattern)].map(([, name = ""]) => ({ file, name })));

test("the cookie page lists exactly the cookies that are set", () => {
  const set = found(/setCookie\("([^"]+)"/g);
  expect(new Set(set.map(({ name }) => name))).toEqual(new Set(siteCookies.map(({ name }) => name)));
  expect(found(/(\.set\(cookieName)/g).map(({ file }) => file)).toEqual([join("lib", "auth", "cookies.ts")]);
  expect(found(/(setCookie\((?!"|name: CookieName))/g)).toEqual([]);
  // nor is a cookie set in any other way, and one script reads the one that is for scripts
  expect(found(/(document\.cookie)(?!\s*=[^=])/g).map(({ file }) => file)).toEqual([
    join("public", "browser", "header.js"),
  ]);
  expect(
    found(/(document\.cookie\s*=[^=]|document\[|cookieStore|["']set-cookie["']\s*[,:\]])/gi).filter(
      ({ file }) => !file.includes(join("lib", "server")),
    ),
  ).toEqual([]);
});

test("the cookie page lists exactly the items that scripts store on a device", () => {
  const stored = found(/(?:local|session)Storage\.setItem\("([^"]+)"/g);
  expect(new Set(stored.map(({ name }) => name))).toEqual(new Set(deviceStorage.map(({ name }) => name)));
  expect(found(/(?:local|session)Storage(\.setItem\([^"]|\[)/g)).toEqual([]);
  expect(found(/(indexedDB|caches\.open|serviceWorker)/g)).toEqual([]);
});
