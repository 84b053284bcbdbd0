import { beforeEach, expect, test, vi } from "vitest";
import { siteCookies } from "@/lib/auth/cookie.rules";
import type { CookieJar } from "@/lib/auth/cookies";

type Set = [name: string, value: string, options: Record<string, unknown>];
const set: Set[] = [];
const deleted: { name: string }[] = [];
const jar = {
  get: () => undefined,
  set: (...args: Set) => void set.push(args),
  delete: (cookie: { name: string }) => void deleted.push(cookie),
};
vi.mock("next/headers", () => ({ cookies: async () => jar, headers: async () => new Headers() }));
beforeEach(() => {
  set.length = deleted.length = 0;
});

/** The modules as they behave for a service at this address. */
async function importAt(origin: string) {
  vi.resetModules();
  vi.stubEnv("ORIGIN", origin);
  vi.stubEnv("SECRET_KEY", "5ea1".repeat(16));
  return {
    ...(await import("@/lib/auth/current-session")),
    ...(await import("@/lib/auth/providers/provider-cookies")),
    ...(await import("@/lib/auth/cookies")),
  };
}

const names = ["callback", "header", "nonce", "pkce", "sent", "session", "sign-in", "state"];

type Modules = Awaited<ReturnType<typeof importAt>>;

async function setAll({ setSessionCookie, ensureBrowserToken, savePendingSignIn, saveSentForm }: Modules) {
  await setSessionCookie("token");
  await ensureBrowserToken();
  await savePendingSignIn("x", { state: "s", pkce: "p", nonce: "n", callback: "https://table.example/my" });
  await saveSentForm("form", "token");
}

test("sets every cookie with the prefix __Host- under https, so that no other host can set it", async () => {
  await setAll(await importAt("https://table.example"));
  expect(set.map(([name]) => name).sort()).toEqual(names.map((name) => `__Host-${name}`));
  // browsers accept the prefix __Host- only with these attributes
  for (const [name, , options] of set) {
    expect(options).toMatchObject({ secure: true, path: "/", httpOnly: !name.endsWith("header"), sameSite: "lax" });
    expect(options).not.toHaveProperty("domain");
  }
});

test("sets cookies without the prefix under http, as on a developer's machine, and still hides them from scripts, but for one without a secret, and from other sites", async () => {
  await setAll(await importAt("http://localhost:3000"));
  expect(set.map(([name]) => name).sort()).toEqual(names);
  for (const [name, , options] of set)
    expect(options).toMatchObject({ secure: false, httpOnly: name !== "header", sameSite: "lax" });
});

test("the cookie that scripts read is new for each session, and nothing of the session is in it", async () => {
  const { setSessionCookie } = await importAt("https://table.example");
  for (const token of ["first", "second"]) await setSessionCookie(token);
  const [first, second] = set.filter(([name]) => name === "__Host-header").map(([, value]) => value);
  expect(first).not.toBe(second);
  for (const value of [first, second]) expect(value).not.toMatch(/first|second/);
});

test("what was sent last is known in its own session only, and no stored value is its cookie", async () => {
  const { saveSentForm, getSentForm } = await importAt("https://table.example");
  await saveSentForm("form", "token");
  const sent = set.find(([name]) => name === "__Host-sent");
  expect(sent?.[2]).not.toHaveProperty("maxAge");
  const jarOf = (session: string, value = sent?.[1] ?? "") =>
    ({ get: (name: string) => ({ name, value: name.endsWith("session") ? session : value }) }) as CookieJar;
  expect(await getSentForm(jarOf("token"))).toBe("form");
  expect(await getSentForm(jarOf("other"))).toBeNull();
  expect(await getSentForm(jarOf("token", "form"))).toBeNull();
  vi.setSystemTime(Date.now() + 11 * 60_000);
  expect(await getSentForm(jarOf("token"))).toBeNull();
  vi.useRealTimers();
});

test("signing out deletes every cookie, with the name and attributes that it was set with", async () => {
  const { clearBrowser } = await importAt("https://table.example");
  await clearBrowser();
  for (const cookie of deleted) expect(cookie).toMatchObject({ path: "/", secure: true });
  const names = siteCookies.map(({ name }) => `__Host-${name}`);
  expect(new Set(deleted.map(({ name }) => name))).toEqual(new Set(names));
});
