import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import {
  publishResponse,
  saveMandate,
  saveResponsePart,
  startResponse,
} from "@/lib/unions/responses/collective-response.commands";
import { mandateInput } from "@/lib/unions/responses/collective-response.schema";
import { openingPartKey } from "@/lib/unions/responses/mandate.rules";
import { getPublishedResponse, listPublishedResponses } from "@/lib/unions/responses/published-response.queries";
import { getResponseDraft, listConflictingEdits } from "@/lib/unions/responses/response-draft.queries";
import type { Role } from "@/prisma/generated/enums";
import { createTestDatabase } from "@/scripts/test/database";
import { openStrategy } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
beforeAll(() => openStrategy("west-midlands"));

async function makeColleague(role: Role, unionId = "unite"): Promise<Person> {
  const account = await db().account.create({ data: { label: `${role} of ${unionId}` } });
  await db().grant.create({ data: { accountId: account.id, role, unionId } });
  return { ...visitor, accountId: account.id, grants: [{ role, bodyId: null, unionId }] };
}

const mandate = mandateInput.parse({
  ...{ covers: "Bus workers", consulted: "4000", tookPart: "1200", method: "ballot" },
  ...{ from: "2026-01-05", to: "2026-01-30", minority: "Some would rather have trams.", version: "0" },
});

let branches = 0;
/** A draft with one part and a mandate, both written by the editor. */
async function makeDraft() {
  const editor = await makeColleague("union_editor");
  const officer = await makeColleague("union_officer");
  branches += 1;
  const { id } = await startResponse(editor, { strategy: "west-midlands", union: "unite", branch: `No ${branches}` });
  await saveResponsePart(editor, id, "opening", { text: "Our members want earlier buses.", version: 0 });
  await saveMandate(editor, id, mandate);
  const { version } = (await getResponseDraft(officer, id)) ?? { version: -1 };
  return { id, editor, officer, version };
}

test("three starts at once give one response", async () => {
  const editor = await makeColleague("union_editor");
  const input = { strategy: "west-midlands", union: "unite", branch: "Twice" };
  const responses = await Promise.all([1, 2, 3].map(() => startResponse(editor, input)));
  expect(new Set(responses.map(({ id }) => id)).size).toBe(1);
});

describe("nothing is overwritten", () => {
  test("of two saves at once one is saved and the other is stored as a conflict", async () => {
    const { id, editor, officer } = await makeDraft();
    const texts = ["Ours: buses at five.", "Ours: buses at four."];
    const [one, two] = await Promise.all(
      [editor, officer].map((person, at) =>
        saveResponsePart(person, id, "opening", { text: texts[at] ?? "", version: 1 }),
      ),
    );
    expect([one?.saved, two?.saved].sort()).toEqual([false, true]);
    const draft = await getResponseDraft(editor, id);
    const stays = draft?.parts.find(({ partKey }) => partKey === openingPartKey)?.text;
    const conflicting = (await listConflictingEdits(id, "opening")).map(({ text }) => text);
    expect([stays, ...conflicting].sort()).toEqual(texts.sort());
    const second = one?.saved ? two : one;
    expect(second).toMatchObject({ saved: false, current: stays, version: 2 });
  });

  test("the same for a first text and for the mandate", async () => {
    const { id, editor, officer } = await makeDraft();
    const partKey = (await getResponseDraft(editor, id))?.parts[1]?.partKey ?? "";
    const results = await Promise.all([
      saveResponsePart(editor, id, partKey, { text: "A", version: 0 }),
      saveResponsePart(officer, id, partKey, { text: "B", version: 0 }),
    ]);
    expect(results.filter(({ saved }) => saved)).toHaveLength(1);
    const late = await saveMandate(officer, id, { ...mandate, consulted: 5000 });
    expect(late).toMatchObject({ saved: false, by: "union_editor of unite", current: { consulted: 4000 }, version: 1 });
  });

  test("people outside the union see and change nothing", async () => {
    const { id } = await makeDraft();
    for (const stranger of [await makeColleague("union_officer", "gmb"), visitor]) {
      expect(await getResponseDraft(stranger, id)).toBeNull();
      await expect(saveResponsePart(stranger, id, "opening", { text: "x", version: 1 })).rejects.toThrow(NotFound);
      await expect(publishResponse(stranger, id, { version: 3, why: null })).rejects.toThrow(NotFound);
    }
  });
});

test("text on a section that a new version does not have is shown, with the section that replaced it", async () => {
  const { id, editor } = await makeDraft();
  const [, gone, newPart] = (await getResponseDraft(editor, id))?.parts ?? [];
  await saveResponsePart(editor, id, gone?.partKey ?? "", { text: "Keep the depot in Walsall.", version: 0 });
  expect((await getResponseDraft(editor, id))?.orphanedParts).toEqual([]);
  const before = await db().version.findFirstOrThrow({
    where: { strategyId: "west-midlands" },
    orderBy: { number: "desc" },
    include: { sections: true },
  });
  const version = await db().version.create({
    data: { strategyId: "west-midlands", number: before.number + 1, title: "", publishedAt: new Date() },
  });
  const stays = before.sections.filter(({ sectionId }) => sectionId !== gone?.partKey);
  await db().versionSection.createMany({ data: stays.map((row) => ({ ...row, versionId: version.id })) });
  await db().section.update({ where: { id: gone?.partKey ?? "" }, data: { movedToId: newPart?.partKey ?? "" } });
  const draft = await getResponseDraft(editor, id);
  expect(draft?.parts.map(({ partKey }) => partKey)).not.toContain(gone?.partKey);
  expect(draft?.orphanedParts).toEqual([
    {
      partKey: gone?.partKey,
      title: gone?.title,
      text: "Keep the depot in Walsall.",
      movedToPartKey: newPart?.partKey,
    },
  ]);
  await db().versionSection.deleteMany({ where: { versionId: version.id } });
  await db().version.delete({ where: { id: version.id } });
});

describe("publishing", () => {
  test("a second person publishes, and the response is not counted as a comment", async () => {
    const { id, officer, version } = await makeDraft();
    expect(await getPublishedResponse("west-midlands", id)).toBeNull();
    await publishResponse(officer, id, { version, why: null });
    const shown = await getPublishedResponse("west-midlands", id);
    expect(shown).toMatchObject({ number: 1, unionName: expect.stringMatching(/Unite/), mandate: { tookPart: 1200 } });
    expect(shown?.parts.map(({ text }) => text)).toEqual(["Our members want earlier buses."]);
    const listed = await listPublishedResponses("west-midlands", null);
    expect(listed.items.map((item) => item.id)).toContain(id);
    expect(await db().comment.count()).toBe(0);
    expect(await findTallyDifferences()).toEqual([]);
  });

  test("nobody publishes a part that they changed last", async () => {
    const { id, editor, officer } = await makeDraft();
    await saveResponsePart(officer, id, "opening", { text: "One comma, more.", version: 1 });
    const draft = await getResponseDraft(officer, id);
    await expect(publishResponse(officer, id, { version: draft?.version ?? 0, why: null })).rejects.toThrow(
      RuleViolation,
    );
    await expect(publishResponse(editor, id, { version: draft?.version ?? 0, why: null })).rejects.toThrow(
      RuleViolation,
    );
    const second = await makeColleague("union_officer");
    expect(await publishResponse(second, id, { version: draft?.version ?? 0, why: null })).toEqual({ revision: 1 });
  });

  test("what changed after it was read is not published, and nothing is published twice", async () => {
    const { id, editor, officer, version } = await makeDraft();
    await saveResponsePart(editor, id, "opening", { text: "Other words.", version: 1 });
    await expect(publishResponse(officer, id, { version, why: null })).rejects.toThrow(Conflict);
    const tries = [1, 2, 3].map(() => publishResponse(officer, id, { version: version + 1, why: null }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().responseRevision.count({ where: { responseId: id } })).toBe(1);
  });

  test("an amendment is a new revision with a reason, and the old one stays public", async () => {
    const { id, editor, officer, version } = await makeDraft();
    await publishResponse(officer, id, { version, why: null });
    await expect(publishResponse(officer, id, { version: version + 1, why: "Nothing" })).rejects.toThrow(RuleViolation);
    await saveResponsePart(editor, id, "opening", { text: "Our members want earlier and later buses.", version: 1 });
    const now = (await getResponseDraft(officer, id))?.version ?? 0;
    await expect(publishResponse(officer, id, { version: now, why: null })).rejects.toThrow("Say what changed");
    await publishResponse(officer, id, { version: now, why: "Night shifts were left out." });
    expect((await getPublishedResponse("west-midlands", id))?.parts[0]?.text).toContain("later");
    expect((await getPublishedResponse("west-midlands", id, 1))?.parts[0]?.text).not.toContain("later");
    await expect(db().responseRevision.deleteMany()).rejects.toThrow("append-only");
  });
});
