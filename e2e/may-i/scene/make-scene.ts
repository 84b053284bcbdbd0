import { asked, held, masked, rejected, shown, warned } from "@/e2e/may-i/scene/comments";
import { factors, passkey, signInRequest } from "@/e2e/may-i/scene/factors";
import { elsewhere, grant, known, roles, secret, somebody, strategy } from "@/e2e/may-i/scene/people";
import { makeSpares } from "@/e2e/may-i/scene/spares";
import { drafted } from "@/e2e/may-i/scene/strategies";
import { writeAnswer } from "@/lib/answers/commands";
import { addNote, addTag } from "@/lib/answers/notes/commands";
import { boot } from "@/lib/boot";
import { saveDraft } from "@/lib/comments/drafting/commands";
import { draftOwner } from "@/lib/comments/drafting/queries";
import { closeDb, db } from "@/lib/db";
import { weekOf } from "@/lib/format";
import { answerOpening } from "@/lib/moderation/originals/commands";
import { asTyped } from "@/lib/moderation/rota/rules";
import { complain } from "@/lib/people/complaints/commands";
import { askReset } from "@/lib/people/factors/lost/commands";
import { visitor } from "@/lib/people/policy";
import { startSession } from "@/lib/people/sessions/commands";
import { newFormId, plainHash } from "@/lib/secrets";
import { newestVersion, sendOne } from "@/lib/test-scene";
import { startRecord } from "@/lib/unions/meetings/commands";
import { startResponse } from "@/lib/unions/responses/commands";
import { readUpload } from "@/lib/unions/uploads/commands";

// Run as a process of its own beside the server that is walked: makes people of every role, and things that are
// somebody's, and writes down as JSON where they are. All of it is this walk's own: nobody else changes it meanwhile.

/** @param times how often people of each kind are needed who change what is their own */
async function makeScene(times: number) {
  const people = Object.fromEntries(
    await Promise.all(known.map(async (who) => [who, await somebody(roles[who])] as const)),
  ) as Record<(typeof known)[number], Awaited<ReturnType<typeof somebody>>>;
  const { owner, half, rep, repElsewhere, unionEditor, officer } = people;
  const colleague = await somebody(roles.officer); // wrote the answer that the officer reviews
  const byReceipt = await sendOne(strategy, { text: "Somebody else's, by receipt." });
  const receipt = byReceipt.comment.participantId;
  const tokens: Record<string, string> = { receipt: await startSession({ participantId: receipt }, null) };
  for (const who of known) {
    tokens[who] = await startSession({ accountId: people[who].accountId, isProved: who !== "half" }, null);
  }
  const tokenHash = plainHash(await startSession({ accountId: owner.accountId }, null));
  const { id: browser } = await db().session.findUniqueOrThrow({ where: { tokenHash } });
  await passkey(half.accountId);
  const { passkey: ofRep, ...proofs } = await factors(rep);
  await factors(repElsewhere);
  const words = {
    ...{ held: secret(), draft: secret(), answer: secret(), note: secret(), record: secret() },
    ...{ sealed: secret(), complaint: secret(), passkey: ofRep },
  };
  const byThem = { ...visitor, participantId: receipt, participantStrategyId: strategy };
  const faults = [await rejected(rep, byThem), await rejected(rep, byThem)];
  const warnings: string[] = [];
  for (const fault of faults) warnings.push(await warned(rep, fault));
  const otherRep = await somebody(grant("rep", strategy, "gmb"));
  const toShow = await asked(rep, await masked(rep, words.sealed));
  await answerOpening(otherRep, toShow.original, toShow.opening, true);
  const originals = {
    ask: await masked(rep, words.sealed),
    answer: await asked(otherRep, await masked(otherRep, words.sealed)),
    show: toShow,
  };
  const away = new Date(Date.now() + 200 * 24 * 3_600_000);
  const absence = await db().absence.create({ data: { accountId: rep.accountId, from: away, to: away } });
  const complaintForm = newFormId();
  await complain(owner, { text: words.complaint, formId: complaintForm }, "walk");
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
  await db().follow.create({ data: { accountId: owner.accountId, strategyId: strategy, sectionId: "" } });
  const asksReset = await somebody(roles.admin);
  await askReset(asksReset, half.accountId);
  const reset = await db().factorReset.findFirstOrThrow({ where: { askedById: asksReset.accountId } });
  const paragraph = await db().versionParagraph.findFirstOrThrow({
    where: { versionId: await newestVersion(elsewhere) },
  });
  const owned = {
    ...{ decide: await another(), pass: await another(), hold: await another() },
    ...{ keys: await another(), withdraw: await another(), revise: await another() },
    rejected: await rejected(rep, owner),
  };
  // last, for whatever the owner sends from there takes its draft away
  const typed = { text: words.held, stance: "", themes: [], district: "", sector: "" };
  await saveDraft(owner, strategy, { number: 1, paragraph: null }, typed, 0);
  const begun = await db().draft.findFirstOrThrow({ where: { ownerIndex: draftOwner(owner, strategy) ?? undefined } });
  return {
    reset: reset.id,
    atFault: await rejected(rep, await somebody()),
    warnings: { appeal: warnings[0] ?? "", read: warnings[1] ?? "" },
    originals,
    absence: absence.id,
    complaint: complaint.id,
    complaintForm,
    draft: await drafted(officer),
    week: asTyped(weekOf(new Date())),
    today: asTyped(new Date()),
    upload: uploadId ?? "",
    strategy,
    elsewhere,
    version: await newestVersion(strategy),
    /** Of the other strategy. */
    paragraph: paragraph.paragraphId,
    theme: themed?.key ?? "",
    read,
    begun: begun.id,
    ...owned,
    response,
    record,
    answer,
    note: note.id,
    /** Another browser of the owner's. */
    browser,
    proofs,
    signIn: await signInRequest(),
    words,
    tokens,
    form: newFormId(),
    people: Object.fromEntries(known.map((who) => [who, people[who].accountId])),
    receiptOf: receipt,
    /** Everybody's: what they do to them changes nothing of anybody's. */
    thread: thread.id,
    shown: (await shown(rep)).comment,
    spares: await makeSpares(times),
  };
}
export type Scene = Awaited<ReturnType<typeof makeScene>>;

const embedded = await boot();
try {
  process.stdout.write(JSON.stringify(await makeScene(Number(process.argv[2]))));
} finally {
  await closeDb();
  embedded?.stop();
}
