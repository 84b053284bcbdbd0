import { readdirSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { GET as subjectAnswers } from "@/app/(public)/leps/[slug]/[subject]/answers.atom/route";
import { GET as subjectPaperDocx } from "@/app/(public)/leps/[slug]/[subject]/paper.docx/route";
import { GET as lepAnswers } from "@/app/(public)/leps/[slug]/answers.atom/route";
import { GET as paperDocx } from "@/app/(public)/leps/[slug]/paper.docx/route";
import { GET as lepReleases } from "@/app/(public)/leps/[slug]/releases.atom/route";
import { GET as csv } from "@/app/(public)/leps/[slug]/summary.csv/route";
import { GET as xlsx } from "@/app/(public)/leps/[slug]/summary.xlsx/route";
import { GET as chartSvg } from "@/app/(public)/strategies/[slug]/summary/charts/[chart]/chart.svg/route";
import { GET as chartCsv } from "@/app/(public)/strategies/[slug]/summary/charts/[chart]/figures.csv/route";
import { GET as strategyPaperDocx } from "@/app/(public)/strategies/[slug]/summary/paper.docx/route";
import { GET as strategyCsv } from "@/app/(public)/strategies/[slug]/summary.csv/route";
import { GET as strategyXlsx } from "@/app/(public)/strategies/[slug]/summary.xlsx/route";
import { GET as england } from "@/app/api/v1/england/route";
import { GET as summary } from "@/app/api/v1/leps/[slug]/summary/route";
import { GET as leps } from "@/app/api/v1/leps/route";
import { openApiDocument } from "@/app/api/v1/openapi.json/document";
import { schemas } from "@/app/api/v1/openapi.json/schemas";
import { GET as comments } from "@/app/api/v1/strategies/[slug]/comments/route";
import { GET as strategy } from "@/app/api/v1/strategies/[slug]/route";
import { GET as strategySummary } from "@/app/api/v1/strategies/[slug]/summary/route";
import { GET as strategies } from "@/app/api/v1/strategies/route";
import { GET as heads } from "@/app/api/v1/transparency/[slug]/record/heads/route";
import { GET as record } from "@/app/api/v1/transparency/[slug]/record/route";
import { GET as transparency } from "@/app/api/v1/transparency/route";
import { GET as timestamps } from "@/app/api/v1/transparency/timestamps/route";
import { GET as embed } from "@/app/embed/leps/[slug]/[figure]/route";
import { db } from "@/lib/database/client";
import { demoStrategies } from "@/prisma/seed/demo/content";
import { createDemoDatabase } from "@/scripts/test/database";

const database = await createDemoDatabase();
afterAll(database.close);

const request = (query = "") => new Request(`http://localhost/api/v1${query}`);
const context = (slug: string) => ({ params: Promise.resolve({ slug }) });
const open = demoStrategies[0] ?? "";

test("38 LEPs and 36 strategies match the document", async () => {
  const { leps: all } = await parseResponse("/leps", await leps());
  expect(all).toHaveLength(38);
  const { strategies: known } = await parseResponse("/strategies", await strategies());
  expect(known).toHaveLength(36);
});

test("all of England matches the document", async () => {
  const { charts } = await parseResponse("/england", await england());
  expect(charts).toHaveLength(9);
});

test("a strategy, a LEP's summary and the record of moderation match the document", async () => {
  await parseResponse("/strategies/{slug}", await strategy(request(), context(open)));
  await parseResponse("/leps/{slug}/summary", await summary(request(), context("black-country")));
  await parseResponse("/strategies/{slug}/summary", await strategySummary(request(), context(open)));
  const { bodies } = await parseResponse("/transparency", await transparency());
  expect(bodies).not.toHaveLength(0);
  await parseResponse("/transparency/{slug}/record/heads", await heads(request(), context(open)));
  await parseResponse("/transparency/timestamps", await timestamps());
  expect((await record(request("?after=x"), context(open))).status).toBe(400);
});

test("every published comment comes once, page after page", async () => {
  const seen: string[] = [];
  for (let cursor: unknown = ""; cursor !== null; ) {
    const query = cursor ? `?cursor=${cursor}` : "";
    const page = await parseResponse("/strategies/{slug}/comments", await comments(request(query), context(open)));
    seen.push(
      ...z
        .array(z.object({ id: z.string() }))
        .parse(page.comments)
        .map(({ id }) => id),
    );
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(await db().comment.count({ where: { strategyId: open, state: "published" } }));
});

test("unknown ids are a 404, made-up cursors a 400", async () => {
  for (const contextFor of [strategy, comments, summary, strategySummary, record, heads]) {
    const missing = await contextFor(request(), context("atlantis"));
    expect(missing.status).toBe(404);
    expect(await missing.json()).toEqual({ error: expect.any(String) });
  }
  for (const cursor of ["x", "2019-13-45.a", "%00", "'--"]) {
    expect((await comments(request(`?cursor=${cursor}`), context(open))).status).toBe(400);
  }
});

test("the document lists exactly the routes of the API, and files outside it", () => {
  const routes = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("/route.ts") && !name.startsWith("openapi.json"))
    .map((name) => `/${name.replace("/route.ts", "").replaceAll("[", "{").replaceAll("]", "}")}`);
  const ours = Object.entries(openApiDocument.paths).filter(([, path]) => !("servers" in path));
  expect(ours.map(([path]) => path).sort()).toEqual(routes.sort());
});

type RouteParams = { slug: string; subject: string; figure: string; chart: string };
const files: Partial<
  Record<keyof typeof openApiDocument.paths, (request: Request, context: never) => Promise<Response>>
> = {
  "/leps/{slug}/summary.csv": csv,
  "/leps/{slug}/summary.xlsx": xlsx,
  "/leps/{slug}/paper.docx": paperDocx,
  "/leps/{slug}/{subject}/paper.docx": subjectPaperDocx,
  "/strategies/{slug}/summary/charts/{chart}/figures.csv": chartCsv,
  "/strategies/{slug}/summary/charts/{chart}/chart.svg": chartSvg,
  "/leps/{slug}/answers.atom": lepAnswers,
  "/leps/{slug}/releases.atom": lepReleases,
  "/leps/{slug}/{subject}/answers.atom": subjectAnswers,
  "/embed/leps/{slug}/{figure}": embed,
  "/strategies/{slug}/summary.csv": strategyCsv,
  "/strategies/{slug}/summary/paper.docx": strategyPaperDocx,
  "/strategies/{slug}/summary.xlsx": strategyXlsx,
};

test.each(Object.entries(files))(
  "%s has the documented type, and is a 404 for an unknown LEP or strategy",
  async (path, handler) => {
    const contextFor = (slug: string) =>
      ({
        params: Promise.resolve({ slug, subject: "skills", figure: "themes", chart: "themes" } satisfies RouteParams),
      }) as never;
    const there = await handler(request(), contextFor(path.startsWith("/strategies") ? open : "black-country"));
    expect(there.status).toBe(200);
    const [type] = Object.keys(
      openApiDocument.paths[path as keyof typeof openApiDocument.paths].get.responses[200].content,
    );
    expect(there.headers.get("content-type")?.split(";")[0]).toBe(type);
    expect((await handler(request(), contextFor("atlantis"))).status).toBe(404);
  },
);

/** Parses the body with the schema that the document names for this path. @returns the body */
async function parseResponse(
  path: keyof typeof openApiDocument.paths,
  response: Response,
): Promise<Record<string, unknown>> {
  expect(response.status).toBe(200);
  const { content } = openApiDocument.paths[path].get.responses[200];
  if (!("application/json" in content)) throw new Error(`${path} is not JSON`);
  const { schema } = content["application/json"] as { schema: { $ref: string } };
  const name = schema.$ref.replace("#/components/schemas/", "");
  return schemas[name as keyof typeof schemas].parse(await response.json()) as Record<string, unknown>;
}
