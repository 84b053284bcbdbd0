import { randomBytes } from "node:crypto";
import { writeAnswer } from "@/lib/answers/commands";
import { addNote, addTag } from "@/lib/answers/notes/commands";
import { boot } from "@/lib/boot";
import { closeDb, db } from "@/lib/db";
import { askReset } from "@/lib/people/factors/lost/commands";
import { type Person, visitor } from "@/lib/people/policy";
import { startSession } from "@/lib/people/sessions/commands";
import { newFormId } from "@/lib/secrets";
import { sendOne } from "@/lib/test-scene";
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
  const words = { held: secret(), draft: secret(), answer: secret(), note: secret(), record: secret() };
  const byReceipt = await sendOne(strategy, { text: "Somebody else's, by receipt." });
  const tokens: Record<string, string> = {
    receipt: await startSession({ participantId: byReceipt.comment.participantId }, null),
  };
  for (const [name, person] of Object.entries(people)) {
    const isProved = name !== "half";
    tokens[name] = await startSession({ accountId: person.accountId ?? "", isProved }, null);
  }
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
    receiptOf: byReceipt.comment.participantId,
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
