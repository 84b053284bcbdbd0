import { text as readText } from "node:stream/consumers";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { prerenderToNodeStream } from "react-dom/static";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import ChangePage from "@/app/(participant)/my/comments/[id]/page";
import { DraftList } from "@/app/(participant)/my/draft-list";
import WritePage from "@/app/(participant)/strategies/[slug]/sections/[number]/write/page";
import ReplyPage from "@/app/(participant)/strategies/[slug]/threads/[id]/reply/page";
import { saveDraft } from "@/lib/comments/drafts/draft.commands";
import { listOwnDrafts } from "@/lib/comments/drafts/draft.queries";
import type { DraftPlace } from "@/lib/comments/drafts/draft.rules";
import { draftValues } from "@/lib/comments/drafts/draft.schema";
import { db } from "@/lib/database/client";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newId } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

// The link of a draft that was saved, opened later in a new window, whatever became of its place: the text is there.

const session = vi.hoisted(() => ({ person: null as unknown }));
vi.mock("@/lib/auth/current-session", () => ({
  getPerson: async () => session.person,
  getSessionToken: async () => null,
}));
vi.mock("@/lib/auth/require-person", () => ({ requireSignedIn: async () => session.person }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined, set: () => {} }),
  headers: async () => new Headers(),
}));

const database = await createTestDatabase();
afterAll(database.close);
const slug = "cornwall-scilly";
const text = "The first ferry comes after the first shift.";
let person: Person = visitor;
beforeAll(() => openStrategy(slug));
beforeEach(async () => {
  person = await makeAccount();
  session.person = person;
  await db().strategy.update({ where: { id: slug }, data: { phase: "open", closesAt: null } });
});

const saveDraftIn = (place: DraftPlace) => saveDraft(person, slug, place, draftValues.parse({ text }), 0);

/** Some components of a form load what they need. */
const render = async (page: ReactNode) => readText((await prerenderToNodeStream(page)).prelude);

/** The page behind the only link of "My comments", by its address. */
async function openDraft(): Promise<string> {
  const list = renderToStaticMarkup(DraftList({ drafts: await listOwnDrafts(person) }));
  expect(list).toContain(text);
  const address = new URL(/href="([^"]+)"/.exec(list)?.[1] ?? "", "https://example.org");
  const [, first = "", second = "", third = "", fourth = ""] = address.pathname.split("/");
  if (first === "my") return render(await ChangePage({ params: Promise.resolve({ id: third }) }));
  if (third === "threads") return render(await ReplyPage({ params: Promise.resolve({ slug: second, id: fourth }) }));
  const searchParams = Promise.resolve(Object.fromEntries(address.searchParams));
  return render(await WritePage({ params: Promise.resolve({ slug: second, number: fourth }), searchParams }));
}

const fieldOf = (page: string) => /<textarea[^>]*name="text"[^>]*>([^<]*)</.exec(page)?.[1];

/** The next version, as publishing one makes it. */
async function publishVersion(change: { without?: string; intoSection?: string; withoutSection?: string }) {
  const last = await db().version.findFirstOrThrow({
    where: { strategyId: slug },
    orderBy: { number: "desc" },
    include: { sections: true, paragraphs: true },
  });
  const id = newId();
  await db().version.create({
    data: { id, strategyId: slug, number: last.number + 1, title: last.title, publishedAt: new Date() },
  });
  const sections = last.sections.filter(({ sectionId }) => sectionId !== change.withoutSection);
  await db().versionSection.createMany({
    data: sections.map((section) => ({ ...section, versionId: id })),
  });
  const paragraphs = last.paragraphs.filter(
    ({ paragraphId, sectionId }) => paragraphId !== change.without && sectionId !== change.withoutSection,
  );
  await db().versionParagraph.createMany({
    data: paragraphs.map(({ block, ...paragraph }, position) => ({
      ...paragraph,
      ...(block !== null && { block }),
      versionId: id,
      position,
      ...(change.intoSection && paragraph.paragraphId === changed && { sectionId: change.intoSection }),
    })),
  });
}
let changed = "";

async function firstParagraph() {
  const version = await db().version.findFirstOrThrow({ where: { strategyId: slug }, orderBy: { number: "desc" } });
  const sections = await db().versionSection.findMany({
    where: { versionId: version.id },
    orderBy: { position: "asc" },
    include: { section: true },
  });
  const [first, second] = sections;
  const paragraph = await db().versionParagraph.findFirstOrThrow({
    where: { versionId: version.id, sectionId: first?.sectionId ?? "" },
    orderBy: { position: "asc" },
  });
  return { first, second, paragraph };
}

test("on a paragraph that a new version moves, and then drops", async () => {
  const { first, second, paragraph } = await firstParagraph();
  changed = paragraph.paragraphId;
  await saveDraftIn({ number: first?.section.number ?? 0, paragraph: changed });
  expect(fieldOf(await openDraft())).toBe(text);
  await publishVersion({ intoSection: second?.sectionId ?? "" });
  const moved = await openDraft();
  expect(fieldOf(moved)).toBe(text);
  expect(moved).toContain(`This paragraph is now in “${second?.title}”`);
  await publishVersion({ without: changed });
  const dropped = await openDraft();
  expect(fieldOf(dropped)).toBe(text);
  expect(dropped).toContain("This paragraph is not in the latest version");
  expect(dropped).toContain(paragraph.text.slice(0, 30));
});

test("on a section that a new version drops, and of a strategy that has closed", async () => {
  const { second } = await firstParagraph();
  await saveDraftIn({ number: second?.section.number ?? 0, paragraph: null });
  await publishVersion({ withoutSection: second?.sectionId ?? "" });
  const dropped = await openDraft();
  expect(dropped).toContain("This section is no longer in the strategy");
  expect(fieldOf(dropped)).toBe(text);
  await db().strategy.update({ where: { id: slug }, data: { phase: "closed" } });
  expect(fieldOf(await openDraft())).toBe(text);
});

test("of a reply in a thread that was locked, whose comment has gone, or that has closed", async () => {
  const { caseId, comment } = await sendHeldComment(slug);
  await decideAndMakeEdition(await makeRep(slug), caseId);
  const { threadId } = comment;
  await saveDraftIn({ thread: threadId });
  expect(fieldOf(await openDraft())).toBe(text);
  await db().thread.update({ where: { id: threadId }, data: { state: "locked" } });
  const locked = await openDraft();
  expect(locked).toContain("A rep has locked this thread");
  expect(fieldOf(locked)).toBe(text);
  await db().thread.update({ where: { id: threadId }, data: { state: "open" } });
  for (const state of ["removed", "withdrawn", "held"] as const) {
    await db().comment.update({ where: { id: comment.id }, data: { state } });
    const gone = await openDraft();
    expect(gone).toContain("The comment you are replying to has gone");
    expect(fieldOf(gone)).toBe(text);
  }
  await db().strategy.update({ where: { id: slug }, data: { phase: "archived" } });
  expect(fieldOf(await openDraft())).toBe(text);
});

test("of a change to a comment that can be changed no more", async () => {
  const { commentId } = await sendHeldComment(slug, {}, person);
  await saveDraftIn({ comment: commentId });
  expect(fieldOf(await openDraft())).toBe(text);
  for (const state of ["published", "rejected", "removed", "withdrawn"] as const) {
    await db().comment.update({ where: { id: commentId }, data: { state } });
    const page = await openDraft();
    expect(page, state).toContain("You can no longer change this comment");
    expect(fieldOf(page), state).toBe(text);
    expect(page).not.toContain("<button");
  }
});
