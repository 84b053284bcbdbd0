import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { type Address, isReadable, routesWhere, view } from "@/scripts/attacker/public-views";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

// Somebody sends others a link to a page of ours whose query holds a text: "Your account is closed, call this number". No
// page may show it as if it were ours.
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({}),
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined, has: () => false, getAll: () => [] }),
  headers: async () => new Headers(),
}));

const database = await createTestDatabase();
afterAll(database.close);
const slug = "cornwall-scilly"; // strategy, lead body and LEP
const text = "Call this number now";
/** What somebody searched for, which the page quotes. */
const quoted = new Set(["q"]);
let addresses: Address[];

/** Every key that a page reads from its query, by the sources. */
function queryKeys(): string[] {
  const sources = ["app", "lib", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
      .map((file) => readFileSync(join(folder, file), "utf8")),
  );
  const keys = sources.flatMap((source) => [
    ...[...source.matchAll(/searchParams: Promise<\{([^}]*)\}/g)].flatMap(([, types = ""]) =>
      [...types.matchAll(/(\w+)\??:/g)].map(([, key = ""]) => key),
    ),
    ...[...source.matchAll(/query: \[([^\]]*)\]/g)].flatMap(([, list = ""]) =>
      [...list.matchAll(/"(\w+)"/g)].map(([, key = ""]) => key),
    ),
  ]);
  return [...new Set([...keys, "note", "message", "error", "title"])].sort();
}

beforeAll(async () => {
  await openStrategy(slug);
  const { caseId, comment, commentId } = await sendHeldComment(slug, { stance: "for", themes: ["skills"] });
  await decideAndMakeEdition(await makeRep(slug), caseId);
  await makeEdition(slug);
  const ids = { id: comment.threadId, comment: commentId, subject: "skills", figure: "themes", chart: "themes" };
  const values = { slug, number: "1", body: slug, provider: "x", token: "x", ...ids };
  const names = routesWhere(({ access, costs }) => access === "public" && costs !== "export");
  const readable = await Promise.all(names.map(async (route) => ((await isReadable(route)) ? [route] : [])));
  addresses = readable.flat().map((route) => ({ route, values, query: {} }));
}, 120_000);

/** What a reader reads: without tags, and so without fields and links. */
const shownText = (html: string): string =>
  html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");

test("no page shows a text of its address as ours", async () => {
  const keys = queryKeys();
  expect(keys).toEqual(expect.arrayContaining(["after", "because", "failed", "measure", "q", "sort", "to"]));
  const query = Object.fromEntries(keys.filter((key) => !quoted.has(key)).map((key) => [key, text]));
  vi.spyOn(console, "error").mockImplementation(() => {}); // React reports a page that does not exist
  const showing: string[] = [];
  for (const address of addresses)
    if (shownText(await view({ ...address, query })).includes(text)) showing.push(address.route);
  expect(addresses.length).toBeGreaterThan(60);
  expect(showing).toEqual([]);
  // as a control: what was searched for is quoted, and is found
  const find = addresses.filter(({ route }) => route === "find");
  expect(shownText(await view({ ...(find[0] as Address), query: { q: text } }))).toContain(text);
}, 120_000);
