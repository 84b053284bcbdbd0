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

/** The modules as they behave for a service at this address. */
async function importAt(origin: string) {
  vi.resetModules();
  vi.stubEnv("ORIGIN", origin);
  vi.stubEnv("SECRET_KEY", "5ea1".repeat(16));
  return {
    ...(await import("@/lib/auth/current-session")),
    ...(await import("@/lib/auth/providers/pending-authorization")),
    ...(await import("@/lib/auth/cookies")),
  };
}

type Modules = Awaited<ReturnType<typeof importAt>>;

async function setAll({ setSessionCookie, ensureBrowserToken, savePendingAuthorization, saveSentForm }: Modules) {
  await setSessionCookie("token");
  await ensureBrowserToken();
  await savePendingAuthorization({ provider: "x", verifier: "y", state: "z", nonce: "n", to: null });
  await saveSentForm("form");
}

test("sets every cookie with the prefix __Host- under https, so that no other host can set it", async () => {
  await setAll(await importAt("https://table.example"));
  expect(set.map(([name]) => name).sort()).toEqual(["__Host-away", "__Host-sent", "__Host-session", "__Host-sign-in"]);
  // browsers accept the prefix __Host- only with these attributes
  for (const [, , options] of set) {
    expect(options).toMatchObject({ secure: true, path: "/", httpOnly: true, sameSite: "lax" });
    expect(options).not.toHaveProperty("domain");
  }
});

test("sets cookies without the prefix under http, as on a developer's machine, and still hides them from scripts and other sites", async () => {
  await setAll(await importAt("http://localhost:3000"));
  expect(set.map(([name]) => name).sort()).toEqual(["away", "sent", "session", "sign-in"]);
  for (const [, , options] of set) expect(options).toMatchObject({ secure: false, httpOnly: true, sameSite: "lax" });
});

test("deletes a cookie with the name and attributes that it was set with", async () => {
  const { endSession } = await importAt("https://table.example");
  await endSession();
  expect(deleted).toEqual([expect.objectContaining({ name: "__Host-session", path: "/", secure: true })]);
});
