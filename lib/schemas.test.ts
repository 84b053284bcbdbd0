import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";

// Whatever is typed, a schema accepts or refuses it, and what it accepts can be stored: PostgreSQL takes no NUL and no half
// of a character, and would answer with an error where the person should get a message.

// the same every time, so that a failure is the code's and not the day's; FUZZ=1 looks further
const runs = process.env.FUZZ ? { numRuns: 5_000 } : { numRuns: 300, seed: 20_261_125 };

const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) => /\.schema\.ts$/.test(file));
const schemas: { name: string; schema: z.ZodType }[] = [];
for (const file of files) {
  const module: Record<string, unknown> = await import(join("..", "lib", file));
  for (const [name, schema] of Object.entries(module))
    if (schema instanceof z.ZodType) schemas.push({ name: `${file} ${name}`, schema });
}

/** What forms and addresses send: strings, good ones and all that people and attackers make of them. */
const typedText = fc.oneof(
  fc.constantFrom(
    ...["", "1", "-1", "0", "1e3", "NaN", "2026-11-25", "2026-11-25.abc", "a@b.example", "042 117", "__proto__", "rep"],
    ...["A".repeat(22), "0".repeat(26), "0".repeat(64), "west-midlands", "newest", "agree", "publish", "\0", "a\0b"],
    ...[
      "\ud800",
      "x\udc00y",
      "=1+1",
      "' OR 1=1 --",
      "<script>",
      "\u202e\u0000",
      "١٢٣",
      "\r\n",
      "1".repeat(400),
      "🚌🚌",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);

/** Input that is near to what the schema takes, so that some of it gets through. */
function nearlyValid(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  const inner = (of: z.core.$ZodType) => nearlyValid(of);
  if (def.type === "object") {
    const shape = (def as z.core.$ZodObjectDef).shape;
    return fc.record(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, inner(field)])), {
      requiredKeys: Object.keys(shape),
    });
  }
  if (def.type === "array") return fc.array(inner((def as z.core.$ZodArrayDef).element), { maxLength: 4 });
  if (def.type === "tuple") return fc.tuple(...(def as z.core.$ZodTupleDef).items.map(inner));
  if (def.type === "enum")
    return fc.oneof(fc.constantFrom<unknown>(...Object.values((def as z.core.$ZodEnumDef).entries)), typedText);
  if (def.type === "union") return fc.oneof(...(def as z.core.$ZodUnionDef).options.map(inner));
  if (def.type === "pipe") {
    const { in: first, out } = def as z.core.$ZodPipeDef;
    return first._zod.def.type === "transform" ? inner(out) : inner(first);
  }
  if ("innerType" in def)
    return fc.oneof(
      { weight: 4, arbitrary: inner(def.innerType as z.core.$ZodType) },
      { weight: 1, arbitrary: fc.constant("") },
    );
  if (def.type === "boolean") return fc.oneof(fc.boolean(), typedText);
  if (def.type === "number") return fc.oneof(fc.double(), fc.integer(), typedText);
  return typedText;
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  if (value && typeof value === "object") for (const item of Object.values(value)) yield* stringsIn(item);
}

const isUnstorable = (text: string) => text.includes("\0") || /\p{Surrogate}/u.test(text);

test("there are schemas to look at", () => expect(schemas.length).toBeGreaterThan(25));

describe.each(schemas)("$name", ({ name, schema }) => {
  test("says yes or no to anything at all", () => {
    const anything = fc.oneof(
      typedText,
      fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
      nearlyValid(schema),
    );
    fc.assert(
      fc.property(anything, (value) => typeof schema.safeParse(value).success === "boolean"),
      runs,
    );
  });

  // drafts are sealed as JSON, which writes half a character in figures: they go back into the form as they were; the
  // parts of a summary are counted by a job, and typed by nobody
  test.skipIf(/drafts| \w+Part$/.test(name))("lets nothing through that cannot be kept", () => {
    const property = fc.property(nearlyValid(schema), (value) => {
      const parsed = schema.safeParse(value);
      if (parsed.success) expect([...stringsIn(parsed.data)].filter(isUnstorable)).toEqual([]);
    });
    fc.assert(property, runs);
  });

  // nobody types what a provider is or sends
  test.skipIf(/providers/.test(name))("takes no text that nobody can see where it takes no empty one", () => {
    const isRefused = (value: string, key?: string) => {
      const parsed = schema.safeParse(key === undefined ? value : { [key]: value });
      return (parsed.error?.issues ?? []).some(({ path }) => path[0] === key);
    };
    const names = schema._zod.def.type === "object" ? Object.keys((schema._zod.def as z.core.$ZodObjectDef).shape) : [];
    for (const key of names.length ? names : [undefined])
      if (isRefused("", key))
        for (const text of ["\u200b", "\u3164 \u2800", "\u2060\ufe0f\u00ad"])
          expect(isRefused(text, key), `${key}: ${JSON.stringify(text)}`).toBe(true);
  });

  test("answers a form as long as we take, in a blink", () => {
    const long = ["a", " ", "-", "0", "\n", "é", "@", ".", "a@", "a.", "🚌", "'"].map((part) =>
      part.repeat(256_000 / part.length),
    );
    const names = schema._zod.def.type === "object" ? Object.keys((schema._zod.def as z.core.$ZodObjectDef).shape) : [];
    for (const text of long) {
      const began = performance.now();
      schema.safeParse(names.length ? Object.fromEntries(names.map((name) => [name, text])) : text);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});
