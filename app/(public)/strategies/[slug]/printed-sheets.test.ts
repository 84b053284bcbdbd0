import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, test, vi } from "vitest";
import DraftPaperPage from "@/app/(officer)/officer/strategies/[slug]/draft/paper/page";
import DraftPosterPage from "@/app/(officer)/officer/strategies/[slug]/draft/poster/page";
import PaperPage from "@/app/(public)/strategies/[slug]/paper/page";
import PosterPage from "@/app/(public)/strategies/[slug]/poster/page";
import { db } from "@/lib/database/client";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createStrategy } from "@/lib/strategies/creation.commands";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";
import { replaceDraftContent } from "@/lib/strategies/drafts/document-import.commands";
import { saveDraftAbout } from "@/lib/strategies/drafts/draft.commands";
import { createTestDatabase } from "@/scripts/test/database";

const session = vi.hoisted(() => ({ person: null as unknown }));
vi.mock("@/lib/auth/require-person", () => ({ requireAccount: async () => session.person }));

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

test("its officers print both before it opens, as they will be; other officers have neither", async () => {
  const makeOfficer = async (bodyId: string): Promise<Person> => {
    const account = await db().account.create({ data: {} });
    await db().grant.create({ data: { accountId: account.id, role: "officer", bodyId } });
    return { ...visitor, accountId: account.id, grants: [{ role: "officer", bodyId, unionId: null }] };
  };
  const officer = await makeOfficer("solent");
  const id = await createStrategy(officer, {
    ...{ body: "solent", kind: "local-industrial-strategy", areaName: "Isle of Wight and Solent" },
  });
  await replaceDraftContent(officer, id, 1, readMarkdown("# Plan\n\n## Buses\n\nFive.\n\n## Skills\n\nNear home."));
  const about = { title: "Plan", note: null, summary: "What it does.", canChange: "All.", contact: "The team" };
  await saveDraftAbout(officer, id, 2, { ...about, closesOn: "2099-06-30" });
  const read = async (person: Person) => {
    session.person = person;
    const params = Promise.resolve({ slug: id });
    const pages = [
      await DraftPosterPage({ params }),
      await DraftPaperPage({ params, searchParams: Promise.resolve({}) }),
    ];
    return pages.map((page) => renderToStaticMarkup(page));
  };
  const [poster, paper] = await read(officer);
  expect(poster).toContain(`/strategies/${id}</p>`);
  expect(poster).toContain("Open until 11:59pm on 30 June 2099");
  expect(paper).toContain("Isle of Wight and Solent: what do you think?");
  expect(paper).toMatch(/1\. Buses.*2\. Skills/);
  await expect(read(await makeOfficer("dorset"))).rejects.toThrow("404");
});

test("before it opens there is neither, as there is no page of it", async () => {
  await db().strategy.update({ where: { id: slug }, data: { phase: "checked", closesAt: null } });
  await expect(readSheets()).rejects.toThrow("404");
});
