import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as csv } from "@/app/(public)/leps/[slug]/summary.csv/route";
import { GET as xlsx } from "@/app/(public)/leps/[slug]/summary.xlsx/route";
import { db } from "@/lib/database/client";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { createDemoDatabase } from "@/scripts/test/database";

const database = await createDemoDatabase();
afterAll(database.close);
const formula = '=HYPERLINK("https://planted.example","x")';

beforeAll(async () => {
  await db().comment.updateMany({ where: { state: "published" }, data: { text: formula } });
  await db().district.updateMany({ data: { name: "@SUM(1)" } });
  await makeEdition("west-midlands");
});

const context = { params: Promise.resolve({ slug: "black-country" }) };

test("comments that look like formulas are escaped in the CSV", async () => {
  const rows = parse(await (await csv(new Request("http://localhost/"), context)).text()) as string[][];
  const cells = rows.flat();
  expect(cells.some((cell) => cell === `'${formula}`)).toBe(true);
  expect(cells.filter((cell) => /^\s*[=+@]/.test(cell))).toEqual([]);
});

test("the spreadsheet contains no formula", async () => {
  const bytes = new Uint8Array(await (await xlsx(new Request("http://localhost/"), context)).arrayBuffer());
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  expect(parts.some(([, text]) => text.includes("HYPERLINK"))).toBe(true);
  for (const [name, text] of parts) expect(text, name).not.toMatch(/<f[ >/]|externalLink|<hyperlink/);
});
