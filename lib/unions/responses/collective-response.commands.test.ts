import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import { publish, saveMandate, savePart, startResponse } from "@/lib/unions/responses/collective-response.commands";
import { mandateInput } from "@/lib/unions/responses/collective-response.schema";
import { getResponse, listResponses } from "@/lib/unions/responses/published-response.queries";
import { getDraft, listKeptAside } from "@/lib/unions/responses/response-draft.queries";
import type { Role } from "@/prisma/generated/enums";
import { testDatabase } from "@/scripts/test/database";
import { openStrategy } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
beforeAll(() => openStrategy("west-midlands"));

async function makeColleague(role: Role, unionId = "unite"): Promise<Person> {
  const account = await db().account.create({ data: { label: `${role} of ${unionId}` } });
  await db().grant.create({ data: { accountId: account.id, role, unionId } });
  return { ...visitor, accountId: account.id, grants: [{ role, bodyId: null, unionId }] };
}

const mandate = mandateInput.parse({
  ...{ covers: "Bus workers", asked: "4000", tookPart: "1200", method: "ballot" },
  ...{ from: "2026-01-05", to: "2026-01-30", minority: "Some would rather have trams.", version: "0" },
});

let branches = 0;
/** A draft whose words and mandate the editor wrote. */
async function drafted() {
  const editor = await makeColleague("union_editor");
  const officer = await makeColleague("union_officer");
  branches += 1;
  const { id } = await startResponse(editor, { strategy: "west-midlands", union: "unite", branch: `No ${branches}` });
  await savePart(editor, id, "opening", { text: "Our members want earlier buses.", version: 0 });
  await saveMandate(editor, id, mandate);
  const { version } = (await getDraft(officer, id)) ?? { version: -1 };
  return { id, editor, officer, version };
}

const onlyOpening = { place: "opening", version: 1 };

test("two begin at once: there is one", async () => {
  const editor = await makeColleague("union_editor");
  const input = { strategy: "west-midlands", union: "unite", branch: "Twice" };
  const begun = await Promise.all([1, 2, 3].map(() => startResponse(editor, input)));
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
});

describe("no overwriting", () => {
  test("two save at once: one stays, the other is kept aside, and neither is lost", async () => {
    const { id, editor, officer } = await drafted();
    const texts = ["Ours: buses at five.", "Ours: buses at four."];
    const [one, two] = await Promise.all(
      [editor, officer].map((person, at) => savePart(person, id, "opening", { text: texts[at] ?? "", version: 1 })),
    );
    expect([one?.saved, two?.saved].sort()).toEqual([false, true]);
    const draft = await getDraft(editor, id);
    const stays = draft?.parts.find(({ place }) => place === onlyOpening.place)?.text;
    const aside = (await listKeptAside(id, "opening")).map(({ text }) => text);
    expect([stays, ...aside].sort()).toEqual(texts.sort());
    const second = one?.saved ? two : one;
    expect(second).toMatchObject({ saved: false, theirs: stays, version: 2 });
  });

  test("also the very first text, and the mandate", async () => {
    const { id, editor, officer } = await drafted();
    const place = (await getDraft(editor, id))?.parts[1]?.place ?? "";
    const both = await Promise.all([
      savePart(editor, id, place, { text: "A", version: 0 }),
      savePart(officer, id, place, { text: "B", version: 0 }),
    ]);
    expect(both.filter(({ saved }) => saved)).toHaveLength(1);
    const late = await saveMandate(officer, id, { ...mandate, asked: 5000 });
    expect(late).toMatchObject({ saved: false, by: "union_editor of unite", theirs: { asked: 4000 }, version: 1 });
  });

  test("who is not of the union sees and changes nothing", async () => {
    const { id } = await drafted();
    for (const stranger of [await makeColleague("union_officer", "gmb"), visitor]) {
      expect(await getDraft(stranger, id)).toBeNull();
      await expect(savePart(stranger, id, "opening", { text: "x", version: 1 })).rejects.toThrow(NotFound);
      await expect(publish(stranger, id, { version: 3, why: null })).rejects.toThrow(NotFound);
    }
  });
});

test("words on a part that a new version has no more are shown, with where that part is now", async () => {
  const { id, editor } = await drafted();
  const [, gone, home] = (await getDraft(editor, id))?.parts ?? [];
  await savePart(editor, id, gone?.place ?? "", { text: "Keep the depot in Walsall.", version: 0 });
  expect((await getDraft(editor, id))?.left).toEqual([]);
  const before = await db().version.findFirstOrThrow({
    where: { strategyId: "west-midlands" },
    orderBy: { number: "desc" },
    include: { sections: true },
  });
  const version = await db().version.create({
    data: { strategyId: "west-midlands", number: before.number + 1, title: "", publishedAt: new Date() },
  });
  const stays = before.sections.filter(({ sectionId }) => sectionId !== gone?.place);
  await db().versionSection.createMany({ data: stays.map((row) => ({ ...row, versionId: version.id })) });
  await db().section.update({ where: { id: gone?.place ?? "" }, data: { movedToId: home?.place ?? "" } });
  const draft = await getDraft(editor, id);
  expect(draft?.parts.map(({ place }) => place)).not.toContain(gone?.place);
  expect(draft?.left).toEqual([
    { place: gone?.place, title: gone?.title, text: "Keep the depot in Walsall.", now: home?.place },
  ]);
  await db().versionSection.deleteMany({ where: { versionId: version.id } });
  await db().version.delete({ where: { id: version.id } });
});

describe("publishing", () => {
  test("by a second person; it is shown as it was, and counted as no comment", async () => {
    const { id, officer, version } = await drafted();
    expect(await getResponse("west-midlands", id)).toBeNull();
    await publish(officer, id, { version, why: null });
    const shown = await getResponse("west-midlands", id);
    expect(shown).toMatchObject({ number: 1, unionName: expect.stringMatching(/Unite/), mandate: { tookPart: 1200 } });
    expect(shown?.parts.map(({ text }) => text)).toEqual(["Our members want earlier buses."]);
    const listed = await listResponses("west-midlands", null);
    expect(listed.items.map((item) => item.id)).toContain(id);
    expect(await db().comment.count()).toBe(0);
    expect(await verifyTallies()).toEqual([]);
  });

  test("not by who was the last to touch a part of it", async () => {
    const { id, editor, officer } = await drafted();
    await savePart(officer, id, "opening", { text: "One comma, more.", version: 1 });
    const draft = await getDraft(officer, id);
    await expect(publish(officer, id, { version: draft?.version ?? 0, why: null })).rejects.toThrow(Refused);
    await expect(publish(editor, id, { version: draft?.version ?? 0, why: null })).rejects.toThrow(Refused);
    const second = await makeColleague("union_officer");
    expect(await publish(second, id, { version: draft?.version ?? 0, why: null })).toEqual({ revision: 1 });
  });

  test("not what changed since it was read, and not twice", async () => {
    const { id, editor, officer, version } = await drafted();
    await savePart(editor, id, "opening", { text: "Other words.", version: 1 });
    await expect(publish(officer, id, { version, why: null })).rejects.toThrow(Conflict);
    const tries = [1, 2, 3].map(() => publish(officer, id, { version: version + 1, why: null }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().responseRevision.count({ where: { responseId: id } })).toBe(1);
  });

  test("an amendment is a new revision, says why, and leaves the old one to read", async () => {
    const { id, editor, officer, version } = await drafted();
    await publish(officer, id, { version, why: null });
    await expect(publish(officer, id, { version: version + 1, why: "Nothing" })).rejects.toThrow(Refused);
    await savePart(editor, id, "opening", { text: "Our members want earlier and later buses.", version: 1 });
    const now = (await getDraft(officer, id))?.version ?? 0;
    await expect(publish(officer, id, { version: now, why: null })).rejects.toThrow("Say what changed");
    await publish(officer, id, { version: now, why: "Night shifts were left out." });
    expect((await getResponse("west-midlands", id))?.parts[0]?.text).toContain("later");
    expect((await getResponse("west-midlands", id, 1))?.parts[0]?.text).not.toContain("later");
    await expect(db().responseRevision.deleteMany()).rejects.toThrow("append-only");
  });
});
