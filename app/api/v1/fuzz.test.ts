import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { createDemoDatabase } from "@/scripts/test/database";

// For any made-up address, the public API answers 200, 400 or 404, in the form that its content type names.

const database = await createDemoDatabase();
afterAll(database.close);

// a fixed seed, so that a failure is due to a change of code; FUZZ=1 draws a new one
const seed = process.env.FUZZ ? {} : { seed: 20_261_125 };

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const routes = readdirSync(join("app", "api", "v1"), { recursive: true, encoding: "utf8" })
  .filter((file) => /[\\/]route\.ts$/.test(file))
  .map((file) => ({ file, names: [...file.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name) }));

const anyText = fc.oneof(
  fc.constantFrom(
    ...[
      "west-midlands",
      "black-country",
      "atlantis",
      "1",
      "0",
      "-1",
      "999999999",
      "99999999999999999999",
      "1.5",
      "NaN",
    ],
    ...[
      "__proto__",
      "constructor",
      "' OR 1=1 --",
      "../../etc/passwd",
      "%00",
      "\0",
      "a\0b",
      "\ud800",
      "😀",
      "a".repeat(2_000),
    ],
    ...["2026-11-23.x", "2026-13-45.a", "0000-01-01.a", "9999-12-31.zzzz", "2026-02-30.a", "+275760-09-13.a"],
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);
// malformed text is rejected earlier: see lib/server/request-limits.test.ts
const readable = anyText.map((text) => text.replace(/[\0\p{Surrogate}]/gu, ""));
const queries = fc.dictionary(fc.constantFrom("cursor", "after", "before", "q", "x"), readable, { maxKeys: 3 });

test("covers every route of the API", () => expect(routes.length).toBeGreaterThanOrEqual(10));

describe.each(routes)("$file", ({ file, names }) => {
  test("answers anything with 200, 400 or 404, in JSON or text", async () => {
    const { GET } = (await import(join(process.cwd(), "app", "api", "v1", file))) as { GET: Handler };
    const inputs = fc.tuple(fc.tuple(...names.map(() => readable)), queries);
    const property = fc.asyncProperty(inputs, async ([values, query]) => {
      const params = Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
      const address = `http://localhost/api/v1/x?${new URLSearchParams(query)}`;
      const response = await GET(new Request(address), { params: Promise.resolve(params) });
      expect([200, 400, 404]).toContain(response.status);
      const body = await response.text();
      const type = response.headers.get("content-type") ?? "";
      expect(type).toMatch(/^(application\/json|text\/(plain|csv))/);
      if (type.startsWith("application/json")) expect(() => JSON.parse(body)).not.toThrow();
      expect(body).not.toMatch(/Prisma|at \/|node_modules|SELECT /);
    });
    await fc.assert(property, { numRuns: names.length ? 60 : 10, ...seed });
  });
});
