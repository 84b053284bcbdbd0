import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createStrategy } from "@/lib/strategies/creation.commands";
import {
  cancelDocumentImport,
  confirmDocumentImport,
  deleteUnconfirmedImports,
  type ImportSource,
  importDocument,
} from "@/lib/strategies/drafts/document-import.commands";
import { listWaitingLosses } from "@/lib/strategies/drafts/document-import.queries";
import { saveDraftOutline } from "@/lib/strategies/drafts/draft.commands";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

async function makeOfficer(bodyId: string): Promise<Person> {
  const account = await db().account.create({ data: {} });
  await db().grant.create({ data: { accountId: account.id, role: "officer", bodyId } });
  return { ...visitor, accountId: account.id, grants: [{ role: "officer", bodyId, unionId: null }] };
}
const [ann, ben, stranger] = [await makeOfficer("solent"), await makeOfficer("solent"), await makeOfficer("dorset")];

const markdown = (text: string): ImportSource => ({ kind: "markdown", bytes: new TextEncoder().encode(text) });
const broken: ImportSource = { kind: "document", bytes: new TextEncoder().encode("PK\u0003\u0004broken") };
const complete = markdown("# Buses\n\nFive.");
const struck = markdown("# Depots\n\nclose ~~two~~ no depots");

const newDraft = async () => {
  const id = await createStrategy(ann, { body: "solent", kind: "local-industrial-strategy", areaName: "Solent" });
  const read = async () => {
    const draft = await getDraft(ann, id);
    return {
      version: draft?.version ?? 0,
      texts: draft?.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    };
  };
  return { id, read };
};

test("whether somebody may is asked before the file is read, and no file that cannot be used changes the draft", async () => {
  const { id, read } = await newDraft();
  const before = await read();
  await expect(importDocument(stranger, id, before.version, broken)).rejects.toThrow(NotFound);
  await expect(importDocument(visitor, id, before.version, broken)).rejects.toThrow(NotFound);
  await expect(importDocument(ann, id, before.version + 1, broken)).rejects.toThrow(Conflict);
  await expect(importDocument(ann, id, before.version, broken)).rejects.toThrow(RuleViolation);
  await expect(importDocument(ann, id, before.version, markdown(" \n"))).rejects.toThrow(/no text/);
  expect(await read()).toEqual(before);
  expect(await listWaitingLosses(ann, id)).toBeNull();
}, 120_000);

test("of a document nothing is saved until what is lost of it was read and confirmed, with its place", async () => {
  const { id, read } = await newDraft();
  expect(await importDocument(ann, id, (await read()).version, complete)).toEqual({ isWaiting: false });
  const before = await read();
  expect(before.texts).toEqual(["Five."]);
  expect(await importDocument(ann, id, before.version, struck)).toEqual({ isWaiting: true });
  expect(await read()).toEqual(before);
  expect(await listWaitingLosses(ann, id)).toEqual([
    { message: "Struck-out text was left out: “two”", place: "“Depots”, at paragraph 1" },
  ]);
  // it waits for the person who uploaded it alone
  expect(await listWaitingLosses(ben, id)).toBeNull();
  await expect(confirmDocumentImport(stranger, id, before.version)).rejects.toThrow(NotFound);
  expect(await confirmDocumentImport(ben, id, before.version)).toEqual({ isWaiting: false });
  expect(await read()).toEqual(before);
  // what a colleague changed meanwhile is not replaced unseen
  await saveDraftOutline(ben, id, before.version, { kind: "add" });
  await expect(confirmDocumentImport(ann, id, before.version)).rejects.toThrow(Conflict);
  expect(await listWaitingLosses(ann, id)).toHaveLength(1);
  expect(await confirmDocumentImport(ann, id, (await read()).version)).toEqual({ isWaiting: false });
  expect((await read()).texts).toEqual(["close no depots"]);
  expect(await listWaitingLosses(ann, id)).toBeNull();
}, 120_000);

test("one that is read differently by now waits again; one can be cancelled, and is forgotten after a day", async () => {
  const { id, read } = await newDraft();
  await importDocument(ann, id, (await read()).version, struck);
  await db().documentImport.updateMany({ where: { strategyId: id }, data: { losses: [] } });
  const before = await read();
  expect(await confirmDocumentImport(ann, id, before.version)).toEqual({ isWaiting: true });
  expect(await listWaitingLosses(ann, id)).toHaveLength(1);
  expect(await read()).toEqual(before);
  await expect(cancelDocumentImport(stranger, id)).rejects.toThrow(NotFound);
  await cancelDocumentImport(ann, id);
  expect(await listWaitingLosses(ann, id)).toBeNull();
  await importDocument(ann, id, before.version, struck);
  expect(await deleteUnconfirmedImports()).toBe(0);
  expect(await deleteUnconfirmedImports(new Date(Date.now() + 25 * 3_600_000))).toBe(1);
}, 120_000);
