import { afterAll, describe, expect, test } from "vitest";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import { archiveStrategy, closeStrategy, extendStrategy } from "@/lib/strategies/consultation.commands";
import { createStrategy } from "@/lib/strategies/creation.commands";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";
import { replaceDraftContent } from "@/lib/strategies/drafts/document-import.commands";
import {
  saveDraftAbout,
  saveDraftOutline,
  saveDraftSection,
  saveParagraphMatches,
  startDraft,
} from "@/lib/strategies/drafts/draft.commands";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import type { AboutInput } from "@/lib/strategies/drafts/draft.schema";
import { getParagraphMatches } from "@/lib/strategies/drafts/paragraph-match.queries";
import { checkDraft, openDraft, openDueDrafts, planOpening } from "@/lib/strategies/drafts/publication.commands";
import { getStrategy, listStrategies } from "@/lib/strategies/strategy.queries";
import { getSection } from "@/lib/strategies/versions/section.queries";
import {
  getLastParagraphText,
  getRemovedSection,
  getVersion,
  listVersions,
} from "@/lib/strategies/versions/version.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

async function makeOfficer(bodyId: string, label: string): Promise<Person> {
  const account = await db().account.create({ data: { label } });
  await db().grant.create({ data: { accountId: account.id, role: "officer", bodyId } });
  return { ...visitor, accountId: account.id, label, grants: [{ role: "officer", bodyId, unionId: null }] };
}

const ann = await makeOfficer("solent", "Ann");
const ben = await makeOfficer("solent", "Ben");
const stranger = await makeOfficer("dorset", "Cy");

const about: AboutInput = {
  title: "Draft for consultation",
  note: null,
  summary: "What the area does for work.",
  canChange: "All of it.",
  contact: "The strategy team",
  closesOn: "2099-03-31",
};
const markdown =
  "# Plan\n\n## Buses\n\nThe first bus leaves at five.\n\n- Early\n- Late\n\n## Skills\n\nEverybody can learn a trade near home.";

const draftVersion = async (id: string) => (await getDraft(ann, id))?.version ?? 0;

async function fillDraft(id: string, person = ann, text = markdown): Promise<void> {
  await replaceDraftContent(person, id, await draftVersion(id), readMarkdown(text));
  for (const { key, title, foundationId } of (await getDraft(person, id))?.sections ?? []) {
    const input = { title, summary: `About ${title}.`, foundation: foundationId, themes: [], canChange: null };
    await saveDraftSection(person, id, await draftVersion(id), {
      key,
      input,
      text: () => undefined,
      operation: { kind: "save" },
    });
  }
  await saveDraftAbout(person, id, await draftVersion(id), about);
}

describe("a new strategy", () => {
  test("is hidden until a second person has checked it and it opens", async () => {
    const id = await createStrategy(ann, {
      body: "solent",
      kind: "local-industrial-strategy",
      areaName: "Isle of Wight and Solent",
    });
    expect(id).toBe("isle-of-wight-solent");
    expect(await getStrategy(id)).toBeNull();
    await expect(openDraft(ann, id, await draftVersion(id))).rejects.toThrow(/missing/);
    await fillDraft(id);
    await expect(openDraft(ann, id, await draftVersion(id))).rejects.toThrow(/second person/);
    await expect(checkDraft(ann, id, await draftVersion(id))).rejects.toThrow(/changed it last/);
    await expect(checkDraft(stranger, id, await draftVersion(id))).rejects.toThrow(NotFound);
    await expect(checkDraft(ben, id, 1)).rejects.toThrow(Conflict);
    await checkDraft(ben, id, await draftVersion(id));
    expect(await db().strategy.findUnique({ where: { id } })).toMatchObject({ phase: "checked" });
    const outcomes = await Promise.allSettled([
      openDraft(ann, id, await draftVersion(id)),
      openDraft(ben, id, await draftVersion(id)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await getStrategy(id)).toMatchObject({
      phase: "open",
      isOurs: false,
      summary: about.summary,
      contact: about.contact,
    });
    expect((await listStrategies()).map((strategy) => strategy.id)).toContain(id);
    const section = await getSection(id, 1);
    expect(section?.paragraphs.map(({ block }) => block?.kind ?? null)).toEqual([null, "list"]);
    expect(await getDraft(ann, id)).toBeNull();
    const sent = await sendHeldComment(id);
    expect(sent.comment.state).toBe("held");
  });

  test("a change clears the check", async () => {
    const id = await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "Changed" });
    await fillDraft(id);
    await checkDraft(ben, id, await draftVersion(id));
    await saveDraftOutline(ann, id, await draftVersion(id), { kind: "add" });
    expect(await getDraft(ann, id)).toMatchObject({ checkedById: null, opensAt: null });
    expect(await db().strategy.findUnique({ where: { id } })).toMatchObject({ phase: "draft" });
  });

  test("two strategies of one area have two addresses; nobody can create one for another body", async () => {
    const again = await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "Changed" });
    expect(again).not.toBe("changed");
    await expect(
      createStrategy(stranger, { body: "solent", kind: "local-industrial-strategy", areaName: "X" }),
    ).rejects.toThrow(NotFound);
    await expect(createStrategy(ann, { body: "solent", kind: "none", areaName: "X" })).rejects.toThrow(RuleViolation);
    expect(await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "New" })).not.toBe(
      "new",
    );
  });
});

describe("a planned opening", () => {
  test("happens once, on its day and not before", async () => {
    const id = await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "Later" });
    await fillDraft(id);
    await checkDraft(ben, id, await draftVersion(id));
    await expect(planOpening(ann, id, await draftVersion(id), "2020-01-01")).rejects.toThrow(/in the future/);
    await expect(planOpening(ann, id, await draftVersion(id), "2099-04-01")).rejects.toThrow(/close before/);
    await planOpening(ann, id, await draftVersion(id), "2099-01-11");
    expect(await openDueDrafts(new Date("2099-01-10T23:59:59Z"))).toBe(0);
    const now = new Date("2099-01-11T00:00:00Z");
    const opened = await Promise.allSettled([openDueDrafts(now), openDueDrafts(now)]);
    const counts = opened.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : 0));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await getStrategy(id)).toMatchObject({ phase: "open" });
    expect(await openDueDrafts(now)).toBe(0);
  });
});

describe("a strategy of the reference", () => {
  test("a draft starts with its text, which stays published until the draft opens", async () => {
    const before = await getStrategy("solent");
    await startDraft(ann, "solent");
    await startDraft(ben, "solent");
    const draft = await getDraft(ann, "solent");
    expect(draft?.sections.map(({ title }) => title)).toEqual(before?.sections.map(({ title }) => title));
    expect(await getStrategy("solent")).toEqual(before);
    await saveDraftAbout(ann, "solent", await draftVersion("solent"), about);
    await checkDraft(ben, "solent", await draftVersion("solent"));
    expect(await openDraft(ann, "solent", await draftVersion("solent"))).toBe(2);
    const after = await getStrategy("solent");
    expect(after?.sections.map(({ id, number }) => [id, number])).toEqual(
      before?.sections.map(({ id, number }) => [id, number]),
    );
    expect(after).toMatchObject({ phase: "open", isOurs: false });
  });

  test("a second version keeps paragraphs and counts, also under other foundations", async () => {
    const first = await getSection("solent", 1);
    const sent = await sendHeldComment("solent", { paragraph: first?.paragraphs[0]?.id });
    await db().comment.update({ where: { id: sent.commentId }, data: { state: "published", week: new Date() } });
    await startDraft(ann, "solent");
    const draft = await getDraft(ann, "solent");
    const section = draft?.sections[0];
    if (!section) throw new Error("there is a part");
    const input = { title: "Moved", summary: "x", foundation: "places", themes: [], canChange: null };
    const text = (key: string) => (key === section.paragraphs[0]?.key ? "Other words." : undefined);
    await saveDraftSection(ann, "solent", await draftVersion("solent"), {
      key: section.key,
      input,
      text,
      operation: { kind: "save" },
    });
    await saveDraftOutline(ann, "solent", await draftVersion("solent"), { kind: "down", key: section.key });
    await saveDraftAbout(ann, "solent", await draftVersion("solent"), about);
    await checkDraft(ben, "solent", await draftVersion("solent"));
    await openDraft(ben, "solent", await draftVersion("solent"));
    const now = await getSection("solent", 1);
    expect(now).toMatchObject({ id: first?.id, title: "Moved", versionNumber: 3 });
    expect(now?.paragraphs[0]).toMatchObject({ id: first?.paragraphs[0]?.id, text: "Other words." });
    expect(await findTallyDifferences()).toEqual([]);
  });
});

describe("two officers at once", () => {
  test("one saves, and the other sees who did", async () => {
    const id = await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "Both" });
    const version = await draftVersion(id);
    const outcomes = await Promise.allSettled([
      saveDraftAbout(ann, id, version, about),
      saveDraftAbout(ben, id, version, about),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(saveDraftAbout(ben, id, version, about)).rejects.toThrow(/(Ann|Ben) changed this draft/);
  });
});

describe("an open consultation", () => {
  const reason = "The town asked for two more weeks.";
  test("its closing day moves later with a public reason", async () => {
    const extend = (person: Person, closesOn: string, day: string) =>
      extendStrategy(person, "solent", { closesOn, reason, expectedClosesOn: day });
    await expect(extend(stranger, "2099-05-01", "2099-03-31")).rejects.toThrow(NotFound);
    await expect(extend(ann, "2099-05-01", "2099-03-30")).rejects.toThrow(Conflict);
    await expect(extend(ann, "2099-03-01", "2099-03-31")).rejects.toThrow(/must be later/);
    await extend(ann, "2099-05-01", "2099-03-31");
    expect((await getStrategy("solent"))?.extensions).toMatchObject([{ reason }]);
  });

  test("it closes, can reopen, and is archived when everything is answered", async () => {
    await expect(archiveStrategy(ann, "solent")).rejects.toThrow(/still open for comments/);
    await closeStrategy(ann, "solent");
    await expect(closeStrategy(ann, "solent")).rejects.toThrow(RuleViolation);
    expect(await getStrategy("solent")).toMatchObject({ phase: "closed" });
    const today = new Date().toISOString().slice(0, 10);
    await extendStrategy(ann, "solent", { closesOn: "2099-05-01", reason, expectedClosesOn: today });
    expect(await getStrategy("solent")).toMatchObject({ phase: "open" });
    await closeStrategy(ben, "solent");
    await archiveStrategy(ben, "solent");
    expect(await getStrategy("solent")).toMatchObject({ phase: "archived" });
    await expect(startDraft(ann, "solent")).rejects.toThrow(/read-only/);
  });
});

test("every action is recorded with its account and without any text", async () => {
  const events = await db().auditEvent.findMany({ where: { action: { startsWith: "strategies." } } });
  const actions = new Set(events.map(({ action }) => action));
  for (const action of ["create", "startDraft", "checkDraft", "open", "planOpening", "extend", "close", "archive"]) {
    expect(actions).toContain(`strategies.${action}`);
  }
  expect(JSON.stringify(events)).not.toContain("two more weeks");
});

describe("a new version", () => {
  test("every thread stays with its paragraph, or moves to the successor of its section", async () => {
    const id = await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "Moving" });
    await fillDraft(id);
    await checkDraft(ben, id, await draftVersion(id));
    await openDraft(ann, id, await draftVersion(id));
    const [buses, skills] = await Promise.all([getSection(id, 1), getSection(id, 2)]);
    const onBus = await sendHeldComment(id, { paragraph: buses?.paragraphs[0]?.id });
    const onList = await sendHeldComment(id, { paragraph: buses?.paragraphs[1]?.id });
    await db().thread.updateMany({ where: { strategyId: id }, data: { week: new Date("2026-11-16") } });
    await startDraft(ann, id);
    const text = "## Skills\n\nEverybody can learn a trade near their home.\n\nThe first bus leaves at five.";
    await fillDraft(id, ann, text);
    const matching = await getParagraphMatches(ann, id);
    expect(matching).toMatchObject({ unchangedCount: 1, removed: [{ threads: 1 }] });
    expect(matching?.changed.map(({ paragraphId }) => paragraphId)).toEqual([skills?.paragraphs[0]?.id]);
    await checkDraft(ben, id, await draftVersion(id));
    await openDraft(ann, id, await draftVersion(id));

    expect(await getSection(id, 1)).toBeNull();
    expect(await getRemovedSection(id, 1)).toMatchObject({ title: "Buses", version: 1, movedTo: 2 });
    const now = await getSection(id, 2);
    expect(now?.paragraphs.map((paragraph) => paragraph.id)).toEqual([
      skills?.paragraphs[0]?.id,
      buses?.paragraphs[0]?.id,
    ]);
    expect(now?.paragraphs[0]).toMatchObject({ before: "Everybody can learn a trade near home.", isNew: false });
    for (const { comment } of [onBus, onList]) {
      expect(await db().thread.findUnique({ where: { id: comment.threadId } })).toMatchObject({ sectionId: now?.id });
    }
    expect(await getLastParagraphText(id, buses?.paragraphs[1]?.id ?? "")).toMatchObject({
      version: 1,
      isRemoved: true,
    });
    const old = await getVersion(id, 1);
    expect(old?.sections[0]?.paragraphs).toMatchObject([
      { newestVersion: { section: 2, isSame: true }, threads: { count: 1, section: 2 } },
      { newestVersion: null, threads: { count: 1, section: 2 } },
    ]);
    expect((await getVersion(id, 2))?.removed).toMatchObject([{ threads: { section: 2 } }]);
    expect((await listVersions(id)).map(({ number }) => number)).toEqual([2, 1]);
    expect(await getVersion(id, 3)).toBeNull();
    expect(await findTallyDifferences()).toEqual([]);
  });

  test("matches can be corrected by hand, and no paragraph is matched twice", async () => {
    const id = await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "By hand" });
    await fillDraft(id);
    await checkDraft(ben, id, await draftVersion(id));
    await openDraft(ann, id, await draftVersion(id));
    const old = (await getSection(id, 2))?.paragraphs[0]?.id ?? "";
    await startDraft(ann, id);
    await fillDraft(id, ann, "## Skills\n\nWholly other words.\n\nAnd more of them.");
    const keys = (await getParagraphMatches(ann, id))?.changed.map(({ key }) => key) ?? [];
    expect(keys).toHaveLength(2);
    const match = (...oldIds: (string | null)[]) => new Map(keys.map((key, at) => [key, oldIds[at] ?? null]));
    await expect(saveParagraphMatches(ann, id, await draftVersion(id), match(old, old))).rejects.toThrow(/same one/);
    await expect(saveParagraphMatches(ann, id, await draftVersion(id), match("no-such-paragraph"))).rejects.toThrow(
      NotFound,
    );
    await saveParagraphMatches(ann, id, await draftVersion(id), match(null, old));
    expect((await getParagraphMatches(ann, id))?.changed.map(({ paragraphId }) => paragraphId)).toEqual([null, old]);
  });
});

test("a funding line must be complete before it opens, and is listed with its threads", async () => {
  const id = await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "Money" });
  await fillDraft(id);
  const part = (await getDraft(ann, id))?.sections[0];
  if (!part) throw new Error("there is a part");
  const edit = {
    key: part.key,
    input: { title: part.title, summary: part.summary, foundation: null, themes: [], canChange: null },
    text: () => undefined,
  };
  await saveDraftSection(ann, id, await draftVersion(id), { ...edit, operation: { kind: "fund" } });
  expect((await getDraft(ann, id))?.missing).toEqual([expect.stringMatching(/empty paragraph/)]);
  const line = { amount: "£2 million", who: "Councils", decided: "In March", source: null, sharing: "head" as const };
  const funding = () => ({ name: "A fund", ...line });
  await saveDraftSection(ann, id, await draftVersion(id), { ...edit, funding, operation: { kind: "save" } });
  await checkDraft(ben, id, await draftVersion(id));
  await openDraft(ann, id, await draftVersion(id));
  const money = (await getStrategy(id))?.money;
  expect(money).toMatchObject([
    { section: 1, threads: 0, block: { kind: "funding", name: "A fund", sharing: "head" } },
  ]);
  await sendHeldComment(id, { paragraph: money?.[0]?.id });
  await db().thread.updateMany({ where: { strategyId: id }, data: { week: new Date("2026-11-16") } });
  expect((await getStrategy(id))?.money).toMatchObject([{ threads: 1 }]);
});
