import { beforeEach, expect, test, vi } from "vitest";

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

/** The module as a service at this address has it. */
async function sessionAt(origin: string) {
  vi.resetModules();
  vi.stubEnv("ORIGIN", origin);
  vi.stubEnv("SECRET_KEY", "5ea1".repeat(16));
  return import("@/lib/auth/current-session");
}

/** Sets every cookie that there is. */
async function setAll({
  setSessionCookie,
  ensureBrowserToken,
  savePendingAuthorization,
  saveSentForm,
}: typeof import("@/lib/auth/current-session")) {
  await setSessionCookie("token");
  await ensureBrowserToken();
  await savePendingAuthorization({ provider: "x", verifier: "y", state: "z", nonce: "n", goTo: "" } as never);
  await saveSentForm("form");
}

test("under https every cookie is of this very host: no other site, and no page under another name, can set it", async () => {
  await setAll(await sessionAt("https://table.example"));
  expect(set.map(([name]) => name).sort()).toEqual(["__Host-away", "__Host-sent", "__Host-session", "__Host-sign-in"]);
  // a browser takes a name with __Host- only so
  for (const [, , options] of set) {
    expect(options).toMatchObject({ secure: true, path: "/", httpOnly: true, sameSite: "lax" });
    expect(options).not.toHaveProperty("domain");
  }
});

test("under http, as on one's own machine, they are plain, and still kept from scripts and other sites", async () => {
  await setAll(await sessionAt("http://localhost:3000"));
  expect(set.map(([name]) => name).sort()).toEqual(["away", "sent", "session", "sign-in"]);
  for (const [, , options] of set) expect(options).toMatchObject({ secure: false, httpOnly: true, sameSite: "lax" });
});

test("taking one back names it as it was set", async () => {
  const { endSession } = await sessionAt("https://table.example");
  await endSession();
  expect(deleted).toEqual([expect.objectContaining({ name: "__Host-session", path: "/", secure: true })]);
});
