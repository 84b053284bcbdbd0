import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { environmentSchema, readEnv } from "@/lib/env";

test("every error names its variable", () => {
  const wrong = {
    PORT: "many",
    ORIGIN: "example",
    DATABASE_URL: "mysql://x",
    SMTP_URL: "http://x",
    SECRET_KEY: "short",
    OLD_SECRET_KEYS: "a,b",
    INDEX_KEY: "z",
    SECURITY_CONTACT: "ask me",
    METRICS_PORT: "0",
    TRUST_PROXY: "yes",
    LOG_LEVEL: "loud",
    DEMO: "2",
    NODE_ENV: "staging",
  };
  for (const [name, value] of Object.entries(wrong)) {
    expect(() => readEnv({ [name]: value }), name).toThrow(new RegExp(`\\n {2}${name}: \\S`));
  }
  expect(readEnv({ ORIGIN: "", PORT: "" })).toMatchObject({ PORT: 3000 });
});

test("the operator's table has every setting, and no other", () => {
  const page = readFileSync(join("docs", "operating.md"), "utf8");
  const table = page.slice(page.indexOf("| setting |"), page.indexOf("## On one machine"));
  const documented = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
  );
  expect(documented.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
});
