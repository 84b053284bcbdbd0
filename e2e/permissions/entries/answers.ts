import { officers, reps, unionStaff } from "@/e2e/permissions/actors";
import { action, type Entry, only, stateless } from "@/e2e/permissions/entry";

const answer = { decision: "rejected", why: "No.", changed: "", paragraph: "" };

const briefing = { title: "A briefing", parts: "purpose", sharing: "officers", "remark-start": "A word of ours." };

const factCorrectors = [...reps, ...unionStaff, ...officers];

export const answerEntries: Record<string, Entry> = {
  "(officer)/corrections/[slug]/page.tsx": only(factCorrectors, (s) => `/corrections/${s.strategy}`, ["correction"], {
    readers: ["unionEditor"],
  }),
  "(officer)/corrections/[slug]/actions.ts#sendCorrection": action(
    factCorrectors,
    (s) => `/corrections/${s.strategy}`,
    (s) => [{ slug: s.strategy }, stateless],
    (s) => ({ topic: "board", text: `The sweep counts ${s.form} seats.`, source: "" }),
  ),
  "(officer)/officer/page.tsx": only(officers, "/officer"),
  "(officer)/officer/actions.ts#recordDeskVisitAction": action(["officer"], "/officer", (s) => [
    { body: s.strategy },
    stateless,
  ]),
  "(officer)/officer/actions.ts#closeAnswersAction": action(
    [], // not even the officer: it still takes comments
    "/officer",
    (s) => [{ strategy: s.strategy }, stateless],
    {},
    [200],
  ),
  "(officer)/officer/briefings/page.tsx": only(officers, "/officer/briefings", ["briefing"], { readers: ["officer"] }),
  "(officer)/officer/briefings/new/page.tsx": only(
    ["officer"],
    (s) => `/officer/briefings/new?body=${s.strategy}&lep=black-country`,
  ),
  "(officer)/officer/briefings/new/actions.ts#createBriefingAction": action(
    ["officer"],
    (s) => `/officer/briefings/new?body=${s.strategy}&lep=black-country`,
    (s) => [{ body: s.strategy, lep: "black-country" }, stateless],
    (s) => ({ ...briefing, title: `Sweep ${s.form}` }),
  ),
  "(officer)/officer/briefings/[id]/page.tsx": only(["officer"], (s) => `/officer/briefings/${s.briefing}`, [
    "briefing",
  ]),
  "(officer)/officer/briefings/[id]/briefing.docx/route.ts": only(
    ["officer"],
    (s) => `/officer/briefings/${s.briefing}/briefing.docx`,
  ),
  "(officer)/officer/briefings/[id]/edit/page.tsx": only(["officer"], (s) => `/officer/briefings/${s.briefing}/edit`, [
    "briefing",
  ]),
  "(officer)/officer/briefings/[id]/actions.ts#saveBriefingAction": action(
    ["officer"],
    (s) => `/officer/briefings/${s.briefing}/edit`,
    (s) => [{ id: s.briefing }, stateless],
    { ...briefing, version: "1" },
  ),
  "(officer)/officer/briefings/[id]/actions.ts#deleteBriefingAction": action(
    ["officer"],
    (s) => `/officer/briefings/${s.briefing}/edit`,
    (s) => [{ id: s.briefing }, stateless],
  ),
  "(officer)/officer/releases/page.tsx": only(officers, "/officer/releases"),
  "(officer)/officer/compare/page.tsx": only(officers, "/officer/compare"),
  "(officer)/officer/notes/[body]/route.ts": only(["officer"], (s) => `/officer/notes/${s.strategy}`, ["note"]),
  "(officer)/officer/strategies/[slug]/page.tsx": only(["officer"], (s) => `/officer/strategies/${s.strategy}`, [
    "note",
  ]),
  "(officer)/officer/strategies/[slug]/threads/[id]/page.tsx": only(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    ["note"],
  ),
  "(officer)/officer/strategies/[slug]/threads/[id]/actions.ts#addNoteAction": action(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    (s) => [{ slug: s.strategy, thread: s.thread, body: s.strategy }, stateless],
    (s) => ({ note: `Sweep ${s.form}` }),
  ),
  "(officer)/officer/strategies/[slug]/threads/[id]/actions.ts#addTagAction": action(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    (s) => [{ slug: s.strategy, thread: s.thread, body: s.strategy }, stateless],
    (s) => ({ tag: `Sweep ${s.form}` }),
  ),
  "(officer)/officer/strategies/[slug]/threads/[id]/actions.ts#removeNoteAction": action(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    (s) => [{ slug: s.strategy, thread: s.thread, body: s.strategy, note: s.note }, stateless],
  ),
  "(officer)/officer/strategies/[slug]/threads/[id]/actions.ts#removeTagAction": action(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    (s) => [{ slug: s.strategy, thread: s.thread, body: s.strategy, tag: s.plantedText.note }, stateless],
  ),
  "(officer)/officer/answers/new/page.tsx": only(
    ["officer"],
    (s) => `/officer/answers/new?strategy=${s.strategy}&kind=theme&point=${s.theme}`,
  ),
  "(officer)/officer/answers/new/actions.ts#createAnswerAction": action(
    ["officer"],
    (s) => `/officer/answers/new?strategy=${s.strategy}&kind=theme&point=${s.theme}`,
    (s) => [{ strategy: s.strategy, kind: "theme", point: s.theme }, stateless],
    answer,
  ),
  "(officer)/officer/answers/[id]/page.tsx": only(["officer"], (s) => `/officer/answers/${s.answer}`, ["answer"]),
  "(officer)/officer/answers/[id]/actions.ts#publishAnswerAction": action(
    [], // not even the officer: nobody has read it
    (s) => `/officer/answers/${s.answer}`,
    (s) => [{ id: s.answer, version: 1 }, stateless],
    {},
    [200],
  ),
  "(officer)/officer/answers/[id]/actions.ts#reviewAnswerAction": action(
    ["officer"],
    (s) => `/officer/answers/${s.answer}`,
    (s) => [{ id: s.answer, version: 1 }, stateless],
    { step: "review" },
  ),
  "(officer)/officer/answers/[id]/actions.ts#reviseAnswerAction": action(
    ["officer"],
    (s) => `/officer/answers/${s.answer}`,
    (s) => [{ id: s.answer }, stateless],
    { ...answer, version: "2" }, // it was reviewed a moment ago
  ),
};
