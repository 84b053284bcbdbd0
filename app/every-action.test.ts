import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { initialFormState } from "@/lib/forms/form-state";

// Whatever a browser sends in place of what was bound to a form, it is a 404 before any query runs:
// an object would be read as a condition ("any id but this"), and the action done to somebody else's thing.

const hostile: [string, unknown][] = [
  ["a condition", { not: "" }],
  ["another condition", { contains: "a", mode: "insensitive" }],
  ["a list", ["x"]],
  ["a map", new Map([["not", ""]])],
  ["a day", new Date(0)],
  ["a big number", 12345678901234567890n],
  ["a number", 0.5],
  ["nothing", undefined],
  ["null", null],
  ["an empty word", ""],
  ["a way out", "../x"],
  ["a file", new Blob(["x"])],
];

// not what the action is done to: where to go afterwards, which lib/auth/sign-in.rules.ts reads, and what a passkey signed
const others = ["to", "assertion", "registration"];
/** What goes with the hostile value, where an id will not do. */
const good: Record<string, unknown> = {
  number: 1,
  kind: "theme",
  version: 1,
  form: new FormData(),
};

type Action = (...args: unknown[]) => Promise<unknown>;
/** Actions of the form kit, which parses what they are bound to; null where they are bound to nothing. */
type KitAction = Action & { params: z.ZodObject | null };

const exported: { file: string; name: string; action: Action }[] = [];
for (const file of readdirSync("app", { recursive: true, encoding: "utf8" })) {
  if (!/(^|[\\/])actions\.ts$/.test(file)) continue;
  const actions = (await import(join(process.cwd(), "app", file))) as Record<string, Action>;
  for (const [name, action] of Object.entries(actions)) exported.push({ file, name, action });
}
const isOfKit = (action: Action): action is KitAction => "params" in action;

const kitActions = exported.flatMap(({ file, name, action }) =>
  isOfKit(action) && action.params
    ? [{ name: `${file}#${name}`, action, parameters: Object.keys(action.params.shape) }]
    : [],
);

/** Those that are not of the kit yet, by their signatures. */
const actions = exported
  .filter(({ action }) => !isOfKit(action))
  .map(({ file, name, action }) => {
    const source = readFileSync(join("app", file), "utf8");
    const signature = new RegExp(`^export (?:async function |const )${name}(?: = async )?\\(([^)]*)\\)`, "m");
    const typed = (signature.exec(source)?.[1] ?? "unread: true").split(",").map((each) => each.trim());
    const parameters = typed.filter(Boolean).map((each) => each.replace(/:.*/s, ""));
    const isBound = (each: string) => each !== "form" && !each.startsWith("_") && !others.includes(each);
    return { file, name, action, typed, parameters, bound: parameters.filter(isBound) };
  });

test("every action is found", () => {
  expect(exported.length).toBeGreaterThan(80);
  expect([...actions, ...kitActions].length).toBeGreaterThan(45);
});

test("no action believes what was bound to it: it is `unknown` until it was looked at", () => {
  const isCareful = (parameter: string) =>
    parameter === "" || /^(_\w+: .+|form: FormData|\w+: unknown)$/.test(parameter);
  const careless = actions.filter(({ typed }) => !typed.every(isCareful));
  expect(
    careless.map(({ file, name, typed }) => `${file}#${name}(${typed.join(", ")})`),
    "Make it with formAction({ params, … }).",
  ).toEqual([]);
});

describe.each(kitActions)("$name", ({ action, parameters }) => {
  const fitting = Object.fromEntries(parameters.map((name) => [name, good[name] ?? "x"]));
  const call = (bound: unknown) =>
    action(bound, initialFormState, new FormData()).then(
      (answer) => `answered ${JSON.stringify(answer)}`,
      (error: { digest?: string; message: string }) => error.digest ?? `threw ${error.message}`,
    );

  test.each(parameters.filter((name) => !others.includes(name)))(
    "whatever comes as `%s` is not found",
    async (name) => {
      for (const [kind, value] of hostile) {
        if (name === "tag" && typeof value === "string" && value !== "") continue; // a tag may be any text
        if (name === "section" && value === null) continue; // all of the strategy
        expect(await call({ ...fitting, [name]: value }), kind).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
      }
    },
  );

  test("nor is anything that comes in place of them all", async () => {
    for (const [kind, value] of hostile) expect(await call(value), kind).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});

describe.each(actions.filter(({ bound }) => bound.length > 0))("$file#$name", ({ action, parameters, bound }) => {
  test.each(bound)("whatever comes as `%s`, there is nothing there", async (parameter) => {
    // a tag may be any text
    for (const [called, value] of hostile.filter(
      ([, value]) => parameter !== "tag" || value === "" || typeof value !== "string",
    )) {
      const args = parameters.map((each) => (each === parameter ? value : (good[each] ?? "x")));
      const outcome = await action(...args).then(
        (answer) => `answered ${JSON.stringify(answer)}`,
        (error: { digest?: string; message: string }) => error.digest ?? `threw ${error.message}`,
      );
      expect(outcome, called).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
    }
  });
});
