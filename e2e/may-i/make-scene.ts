import { randomBytes } from "node:crypto";
import { writeAnswer } from "@/lib/answers/commands";
import { addNote, addTag } from "@/lib/answers/notes/commands";
import { boot } from "@/lib/boot";
import { closeDb, db } from "@/lib/db";
import { weekOf } from "@/lib/format";
import { openCase } from "@/lib/moderation/cases/commands";
import { decide } from "@/lib/moderation/decisions/commands";
import { answerOpening, askToOpen } from "@/lib/moderation/originals/commands";
import { asTyped } from "@/lib/moderation/rota/rules";
import { sanction } from "@/lib/moderation/sanctions/commands";
import { complain } from "@/lib/people/complaints/commands";
import { askReset } from "@/lib/people/factors/lost/commands";
import { type Person, visitor } from "@/lib/people/policy";
import { startSession } from "@/lib/people/sessions/commands";
import { newFormId } from "@/lib/secrets";
import { createStrategy } from "@/lib/strategies/creating/commands";
import { readMarkdown } from "@/lib/strategies/documents/markdown";
import { putWords } from "@/lib/strategies/drafting/commands";
import { draftSections } from "@/lib/strategies/drafting/schema";
import { publishIt, sendOne } from "@/lib/test-scene";
import { startRecord } from "@/lib/unions/meetings/commands";
import { startResponse } from "@/lib/unions/responses/commands";
import { readUpload } from "@/lib/unions/uploads/commands";
import type { Role } from "@/prisma/generated/enums";

// Run as a process of its own beside the server that is walked: makes people of every role, and things that are
// somebody's, and writes down as JSON where they are. All of it is this walk's own: nobody else changes it meanwhile.

const strategy = "cornwall-scilly"; // its lead body has the same id
const elsewhere = "west-midlands";
const secret = () => randomBytes(12).toString("hex");

async function somebody(role?: Role, bodyId: string | null = null, unionId: string | null = null): Promise<Person> {
  const { id } = await db().account.create({ data: { label: role ? `Walker ${secret()}` : null } });
  if (!role) return { ...visitor, accountId: id };
  await db().grant.create({ data: { accountId: id, role, bodyId, unionId } });
  return { ...visitor, accountId: id, grants: [{ role, bodyId, unionId }] };
}

async function held(owner: Person, words: string) {
  const { caseId, commentId, comment } = await sendOne(strategy, { text: `The bus is late again (${words}).` }, owner);
  return { case: caseId, comment: commentId, participant: comment.participantId };
}

/** A published comment of which a word was masked. @returns its sealed original */
async function masked(rep: Person, words: string): Promise<string> {
  const one = await held(await somebody(), words);
  await decide(rep, one.case, publishIt);
  const { id } = await openCase(db(), { kind: "check", strategyId: strategy, commentId: one.comment, revision: 1 });
  await decide(rep, id, { ...publishIt, deed: "redact", version: 2, reason: "identifies-someone", words: [words] });
  return (await db().sealedOriginal.findFirstOrThrow({ where: { commentId: one.comment } })).id;
}

/** Somebody asks to see it. @returns what was asked */
async function asked(rep: Person, original: string): Promise<{ original: string; opening: string }> {
  await askToOpen(rep, original, { why: "The walk asks for it, to see who may." });
  const { id } = await db().originalOpening.findFirstOrThrow({ where: { originalId: original } });
  return { original, opening: id };
}

/** A comment that was rejected. */
async function rejected(rep: Person, author: Person) {
  const one = await held(author, secret());
  await decide(rep, one.case, { ...publishIt, deed: "reject", reason: "off-topic" });
  return one;
}

/** A warning for one. @returns its id */
async function warned(rep: Person, { case: caseId, comment }: { case: string; comment: string }): Promise<string> {
  await sanction(rep, caseId, { kind: "warning", days: 7, reason: "off-topic", words: null });
  return (await db().sanction.findFirstOrThrow({ where: { decision: { commentId: comment } } })).id;
}

/** A strategy that is not open yet, with one section. */
async function drafted(officer: Person) {
  const kind = await db().strategyKind.findFirstOrThrow({ orderBy: { id: "asc" } });
  const slug = await createStrategy(officer, { body: strategy, kind: kind.id, areaName: `Walk ${secret()}` });
  await putWords(officer, slug, 1, readMarkdown("# Buses\n\nMore of them.\n"));
  const { version, sections } = await db().strategyDraft.findFirstOrThrow({ where: { strategyId: slug } });
  const [section] = draftSections.parse(sections);
  return { slug, version, section: section?.key ?? "", paragraph: section?.paragraphs[0]?.key ?? "" };
}

async function makeScene() {
  const owner = await somebody();
  const rep = await somebody("rep", strategy, "unison");
  const unionEditor = await somebody("union_editor", null, "unison");
  const officer = await somebody("officer", strategy);
  const colleague = await somebody("officer", strategy); // wrote the answer that the officer reviews
  const people: Record<string, Person> = {
    account: await somebody(),
    owner,
    half: await somebody("rep", strategy, "unison"),
    rep,
    repElsewhere: await somebody("rep", elsewhere, "unite"),
    unionEditor,
    unionOfficer: await somebody("union_officer", null, "unison"),
    otherUnion: await somebody("union_officer", null, "unite"),
    officer,
    officerElsewhere: await somebody("officer", elsewhere),
    admin: await somebody("admin"),
  };
  const words = {
    ...{ held: secret(), draft: secret(), answer: secret(), note: secret(), record: secret() },
    ...{ sealed: secret(), complaint: secret() },
  };
  const byReceipt = await sendOne(strategy, { text: "Somebody else's, by receipt." });
  const tokens: Record<string, string> = {
    receipt: await startSession({ participantId: byReceipt.comment.participantId }, null),
  };
  for (const [name, person] of Object.entries(people)) {
    const isProved = name !== "half";
    tokens[name] = await startSession({ accountId: person.accountId ?? "", isProved }, null);
  }
  const receipt = byReceipt.comment.participantId;
  const byThem = { ...visitor, participantId: receipt, participantStrategyId: strategy };
  const faults = [await rejected(rep, byThem), await rejected(rep, byThem)];
  const warnings: string[] = [];
  for (const fault of faults) warnings.push(await warned(rep, fault));
  const otherRep = await somebody("rep", strategy, "gmb");
  const toShow = await asked(rep, await masked(rep, words.sealed));
  await answerOpening(otherRep, toShow.original, toShow.opening, true);
  const originals = {
    ask: await masked(rep, words.sealed),
    answer: await asked(otherRep, await masked(otherRep, words.sealed)),
    show: toShow,
  };
  const away = new Date(Date.now() + 200 * 24 * 3_600_000);
  const absence = await db().absence.create({ data: { accountId: rep.accountId ?? "", from: away, to: away } });
  await complain(owner, { text: words.complaint, formId: newFormId() }, "walk");
  const complaint = await db().complaint.findFirstOrThrow({ where: { accountId: owner.accountId } });
  const read = await held(owner, words.held);
  const another = () => held(owner, words.held);
  const { id: response } = await startResponse(unionEditor, { strategy, union: "unison", branch: words.draft });
  const { id: record } = await startRecord(rep, { strategy, name: words.record, agreed: "yes" });
  const [themed] = await db().$queryRaw<{ key: string }[]>`
    SELECT key FROM tallies WHERE "strategyId" = ${strategy} AND by = 'theme' AND comments > 0
      AND NOT EXISTS (SELECT FROM answers WHERE answers."strategyId" = ${strategy} AND "pointId" = key)
    GROUP BY key ORDER BY key LIMIT 1`;
  const answered = await db().answer.findMany({ where: { strategyId: strategy, pointKind: "thread" } });
  const thread = await db().thread.findFirstOrThrow({
    where: { strategyId: strategy, week: { not: null }, id: { notIn: answered.map(({ pointId }) => pointId) } },
  });
  const answerWords = { decision: "rejected" as const, why: words.answer, changed: null, paragraph: null };
  const point = { strategy, kind: "thread" as const, point: thread.id };
  const answer = await writeAnswer(colleague, point, answerWords);
  const place = { bodyId: strategy, threadId: thread.id };
  await addNote(officer, place, words.note);
  await addTag(officer, place, words.note);
  const note = await db().threadNote.findFirstOrThrow({ where: { text: words.note } });
  const sheet = `Section,Comment\n1,The bus is late (${words.record}).\n`;
  const { uploadId } = await readUpload(rep, record, Buffer.from(sheet));
  const follows = (person: string) => ({ accountId: people[person]?.accountId ?? "", strategyId: strategy });
  await db().follow.create({ data: { ...follows("owner"), sectionId: "" } });
  const asksReset = await somebody("admin");
  await askReset(asksReset, people.half?.accountId ?? "");
  const reset = await db().factorReset.findFirstOrThrow({ where: { askedById: asksReset.accountId ?? "" } });
  return {
    reset: reset.id,
    rejected: await rejected(rep, owner),
    atFault: await rejected(rep, await somebody()),
    warnings: { appeal: warnings[0] ?? "", read: warnings[1] ?? "" },
    originals,
    absence: absence.id,
    complaint: complaint.id,
    draft: await drafted(officer),
    week: asTyped(weekOf(new Date())),
    today: asTyped(new Date()),
    upload: uploadId ?? "",
    strategy,
    elsewhere,
    theme: themed?.key ?? "",
    thread: thread.id,
    read,
    decide: await another(),
    pass: await another(),
    hold: await another(),
    keys: await another(),
    withdraw: await another(),
    revise: await another(),
    response,
    record,
    answer,
    note: note.id,
    words,
    tokens,
    form: newFormId(),
    people: Object.fromEntries(Object.entries(people).map(([name, { accountId }]) => [name, accountId ?? ""])),
    receiptOf: receipt,
  };
}
export type Scene = Awaited<ReturnType<typeof makeScene>>;

const embedded = await boot();
try {
  process.stdout.write(JSON.stringify(await makeScene()));
} finally {
  await closeDb();
  embedded?.stop();
}
