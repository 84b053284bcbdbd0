import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, test } from "vitest";
import PaperPage from "@/app/(public)/strategies/[slug]/paper/page";
import PosterPage from "@/app/(public)/strategies/[slug]/poster/page";
import { db } from "@/lib/database/client";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const slug = "cornwall-scilly";
const readSheets = async () => {
  const params = Promise.resolve({ slug });
  const pages = [await PosterPage({ params }), await PaperPage({ params, searchParams: Promise.resolve({}) })];
  return pages.map((page) => renderToStaticMarkup(page));
};

test("a poster and a paper form are there while people can comment; afterwards both say that it has closed", async () => {
  const open = { phase: "open", closesAt: new Date("2099-06-30T22:59:59Z") } as const;
  await db().strategy.update({ where: { id: slug }, data: open });
  expect(await readSheets()).toEqual([
    expect.stringContaining("Open until 11:59pm on 30 June 2099"),
    expect.stringContaining("Your comment"),
  ]);
  const closesAt = new Date("2026-06-30T22:59:59Z");
  for (const phase of ["open", "closed", "archived"] as const) {
    await db().strategy.update({ where: { id: slug }, data: { phase, closesAt } });
    for (const sheet of await readSheets()) {
      expect(sheet).toContain("It closed at 11:59pm on 30 June 2026");
      expect(sheet).not.toMatch(/Open until|Your comment|Print this page/);
    }
  }
  await db().strategy.update({ where: { id: slug }, data: { phase: "reference", closesAt: null } });
  for (const sheet of await readSheets()) expect(sheet).toContain("is not open for comments here");
});

test("before it opens there is neither, as there is no page of it", async () => {
  await db().strategy.update({ where: { id: slug }, data: { phase: "checked", closesAt: null } });
  await expect(readSheets()).rejects.toThrow("404");
});
