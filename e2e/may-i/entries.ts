import { deed, type Entry, free, kept, only, open, people, posted, type Who } from "@/e2e/may-i/entry";
import type { Scene } from "@/e2e/may-i/make-scene";

// Who may see and do what, for every page, route and action under app/. A new one needs a line here: the walk tries
// it as everybody, with the things of other people. See docs/may-i.md.

const signedIn = people.filter((who) => who !== "visitor" && who !== "half");
const reps: Who[] = ["rep", "repElsewhere"];
const ofUnions: Who[] = ["unionEditor", "unionOfficer", "otherUnion"];
const ofTheUnion: Who[] = ["unionEditor", "unionOfficer"];
const officers: Who[] = ["officer", "officerElsewhere"];
const stateless = { errors: {}, values: {} };
const choice = { deed: "reject", version: "1", reason: "off-topic" };
const answer = { decision: "rejected", why: "No.", changed: "", paragraph: "" };

const ownThings: Record<string, Entry> = {
  "(participant)/my/page.tsx": only(signedIn, "/my", ["held"]),
  "(participant)/my/actions.ts#withdrawComment": deed(["owner"], "/my", [], (s) => ({ comment: s.withdraw.comment })),
  "(participant)/my/comments/[id]/page.tsx": only(["owner"], (s) => `/my/comments/${s.read.comment}`, ["held"]),
  "(participant)/my/comments/[id]/actions.ts#sendRevision": deed(
    ["owner"],
    (s) => `/my/comments/${s.revise.comment}`,
    (s) => [s.revise.comment, stateless],
    { text: "The bus is on time.", version: "1" },
  ),
  "(participant)/my/drafts/route.ts": free("one's own drafts only, found by whoever the session is"),
  "(participant)/my/comments/[id]/place/page.tsx": only(["owner"], (s) => `/my/comments/${s.read.comment}/place`),
  "(participant)/my/comments/[id]/place/actions.ts#sendPlace": kept(
    ["owner"],
    (s) => `/my/comments/${s.read.comment}/place`,
    (s) => [s.read.comment, stateless],
    { district: "", sector: "" },
  ),
  "(participant)/my/comments/[id]/appeal/page.tsx": only(["owner"], (s) => `/my/comments/${s.rejected.comment}/appeal`),
  "(participant)/my/comments/[id]/appeal/actions.ts#sendAppeal": deed(
    ["owner"],
    (s) => `/my/comments/${s.rejected.comment}/appeal`,
    (s) => [s.rejected.comment, stateless],
    { words: "It was about buses." },
  ),
  "(participant)/my/sanctions/[id]/page.tsx": only(["receipt"], (s) => `/my/sanctions/${s.warnings.appeal}`),
  "(participant)/my/sanctions/[id]/actions.ts#sendSanctionAppeal": deed(
    ["receipt"],
    (s) => `/my/sanctions/${s.warnings.appeal}`,
    (s) => [s.warnings.appeal, stateless],
    { words: "It was about buses." },
  ),
  "(participant)/my/sanctions/[id]/actions.ts#readWarning": deed(
    ["receipt"],
    (s) => `/my/sanctions/${s.warnings.read}`,
    (s) => [s.warnings.read],
  ),
  "(participant)/my/reports/page.tsx": only(signedIn, "/my/reports"),
  "(participant)/my/reports/sent/page.tsx": free("only with the cookie of the browser that sent"),
  "(participant)/my/data/page.tsx": only(signedIn, "/my/data", ["held"]),
  "(participant)/my/data/file/route.ts": only(signedIn, "/my/data/file", ["held", "complaint"]),
  "(participant)/my/data/actions.ts#takeConsentBack": free("lib/people/data has the tests"),
  "(participant)/my/data/actions.ts#agreeAnew": free("lib/people/data has the tests"),
  "(participant)/my/erase/page.tsx": only(signedIn, "/my/erase"),
  "(participant)/my/erase/actions.ts#erase": free("one's own self only: lib/people/data has the tests"),
  "(participant)/my/erased/page.tsx": open("/my/erased"),
  "(participant)/complaints/page.tsx": {
    ...{ kind: "page", at: "/complaints", may: people, ok: 200 },
    ...{ shows: ["complaint"], to: ["owner"] },
  },
  "(participant)/complaints/actions.ts#sendComplaint": free("for everybody"),
  "(participant)/complaints/actions.ts#lookUp": free("for everybody, by a secret of theirs"),
  "(participant)/my/follows/page.tsx": only(signedIn, "/my/follows"),
  "(participant)/my/follows/actions.ts#startFollowing": free("one's own account only, which comes from the session"),
  "(participant)/my/follows/actions.ts#stopFollowing": free("one's own account only, which comes from the session"),
  "(participant)/my/notices/page.tsx": only(signedIn, "/my/notices"),
  "(participant)/my/notices/actions.ts#sayMails": free("one's own account only, which comes from the session"),
  "(participant)/my/reactions/page.tsx": only(signedIn, "/my/reactions"),
  "(participant)/leave/route.ts": free("ends the asker's own session"),
  "(participant)/my/receipt/route.ts": free("gives back the receipt that was sent to it"),
  "(participant)/my/sent/page.tsx": free("only with the cookie of the browser that sent"),
  "(participant)/my/sessions/page.tsx": only(signedIn, "/my/sessions"),
  "(participant)/my/sessions/actions.ts#signOutThere": free(
    "one's own sessions only: lib/people/sessions has the test",
  ),
  "(participant)/my/sessions/actions.ts#signOutEverywhere": free("one's own sessions only"),
};

const signingIn: Record<string, Entry> = {
  "(participant)/sign-in/page.tsx": open("/sign-in"),
  "(participant)/sign-in/actions.ts#askForMail": free("for everybody"),
  "(participant)/sign-in/actions.ts#comeBack": free("for everybody"),
  "(participant)/sign-in/code/page.tsx": open("/sign-in/code"),
  "(participant)/sign-in/code/actions.ts#enterCode": free("for everybody"),
  "(participant)/sign-in/link/[token]/page.tsx": open("/sign-in/link/00000000000000000000000000"),
  "(participant)/sign-in/link/[token]/actions.ts#signInByLink": free("for everybody"),
  "(participant)/sign-in/second-step/page.tsx": free("e2e/sign-in.spec.ts: for staff, before they are let in"),
  "(participant)/sign-in/second-step/lost/page.tsx": free("e2e/lost-step.spec.ts: for staff, before they are let in"),
  "(participant)/sign-in/second-step/actions.ts#enterAppCode": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/actions.ts#enterRecoveryCode": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/actions.ts#askForPasskey": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/actions.ts#enterPasskey": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/set-up/page.tsx": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/set-up/actions.ts#addApp": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/set-up/actions.ts#askForNewPasskey": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/set-up/actions.ts#keepPasskey": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/set-up/actions.ts#takeOff": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/codes/page.tsx": free("lib/people/factors has the tests"),
  "(participant)/sign-in/second-step/codes/actions.ts#makeCodes": free("lib/people/factors has the tests"),
  "(participant)/sign-in/with/[provider]/route.ts": free("for everybody: leads away"),
  "(participant)/sign-in/with/[provider]/back/route.ts": free("for everybody: lib/people/providers has the tests"),
  "(participant)/sign-out/route.ts": free("ends the asker's own session"),
  "(participant)/unsubscribe/[token]/page.tsx": open("/unsubscribe/no-token-of-ours"),
  "(participant)/unsubscribe/[token]/now/route.ts": posted([], `/unsubscribe/${"0".repeat(64)}/now`),
  "(public)/demo/page.tsx": open("/demo"),
  "(public)/demo/actions.ts#enterDemo": free("the demonstration only: lib/session.ts throws elsewhere"),
};

const takingPart: Record<string, Entry> = {
  "(participant)/strategies/[slug]/react/page.tsx": open((s) => `/strategies/${s.strategy}/react`),
  "(participant)/strategies/[slug]/react/[comment]/page.tsx": only(
    [],
    (s) => `/strategies/${s.strategy}/react/${s.read.comment}`, // it waits: there is nothing to react to
  ),
  "(participant)/strategies/[slug]/react/actions.ts#sendReaction": deed(
    [],
    (s) => `/strategies/${s.strategy}/react`,
    (s) => [s.strategy, stateless],
    (s) => ({ comment: s.read.comment, value: "agree" }),
    [200], // "it is not there", beside the form
  ),
  "(participant)/strategies/[slug]/reactions/route.ts": posted(
    [],
    (s) => `/strategies/${s.strategy}/reactions`,
    (s) => ({ comment: s.read.comment, value: "agree" }),
    [303],
  ),
  "(participant)/strategies/[slug]/sections/[number]/write/page.tsx": open(
    (s) => `/strategies/${s.strategy}/sections/1/write`,
  ),
  "(participant)/strategies/[slug]/sections/[number]/write/actions.ts#checkComment": free("for everybody"),
  "(participant)/strategies/[slug]/sections/[number]/write/send/route.ts": free("for everybody"),
  "(participant)/strategies/[slug]/report/[comment]/page.tsx": only(
    [],
    (s) => `/strategies/${s.strategy}/report/${s.read.comment}`, // it waits: there is nothing to report
  ),
  "(participant)/strategies/[slug]/report/[comment]/illegal/page.tsx": only(
    [],
    (s) => `/strategies/${s.strategy}/report/${s.read.comment}/illegal`,
  ),
  "(participant)/strategies/[slug]/report/[comment]/actions.ts#sendReport": free("for everybody"),
  "(participant)/strategies/[slug]/threads/[id]/reply/page.tsx": open(
    (s) => `/strategies/${s.strategy}/threads/${s.thread}/reply`,
  ),
  "(participant)/strategies/[slug]/threads/[id]/reply/actions.ts#sendReply": free("for everybody"),
};

const moderating: Record<string, Entry> = {
  "(rep)/moderation/page.tsx": only(reps, "/moderation", ["held"]),
  "(rep)/moderation/events/route.ts": free("a stream that says only that something changed: areasOf has the rule"),
  "(rep)/moderation/cases/[id]/page.tsx": only(["rep"], (s) => `/moderation/cases/${s.read.case}`, ["held"]),
  "(rep)/moderation/cases/[id]/actions.ts#decideCase": deed(
    ["rep"],
    (s) => `/moderation/cases/${s.decide.case}`,
    (s) => [s.decide.case, { ...stateless, told: null }],
    choice,
  ),
  "(rep)/moderation/cases/[id]/actions.ts#passCase": deed(
    ["rep"],
    (s) => `/moderation/cases/${s.pass.case}`,
    (s) => [s.pass.case, stateless],
    { to: "back" },
  ),
  "(rep)/moderation/cases/[id]/actions.ts#holdCase": deed(
    ["rep"],
    (s) => `/moderation/cases/${s.hold.case}`,
    (s) => [s.hold.case],
    {},
    [303], // to the case's page, which is not there for them
  ),
  "(rep)/moderation/cases/[id]/claim/route.ts": posted(
    ["rep"],
    (s) => `/moderation/cases/${s.keys.case}/claim`,
    {},
    [409],
  ),
  "(rep)/moderation/cases/[id]/decide/route.ts": posted(
    ["rep"],
    (s) => `/moderation/cases/${s.keys.case}/decide`,
    choice,
  ),
};

const appeals: Record<string, Entry> = {
  "(rep)/moderation/originals/page.tsx": only([...reps, "admin"], "/moderation/originals"),
  "(rep)/moderation/originals/[id]/page.tsx": only(
    ["rep", "admin"],
    (s) => `/moderation/originals/${s.originals.ask}`, // and not even they read the masked words there
  ),
  "(rep)/moderation/originals/[id]/actions.ts#ask": deed(
    ["rep"],
    (s) => `/moderation/originals/${s.originals.ask}`,
    (s) => [s.originals.ask, stateless],
    { why: "The walk asks for it, to see who may." },
    [200], // an admin is told that a rep of the area asks
  ),
  "(rep)/moderation/originals/[id]/actions.ts#answer": deed(
    ["rep", "admin"],
    (s) => `/moderation/originals/${s.originals.answer.original}`,
    (s) => [s.originals.answer.original, s.originals.answer.opening, stateless],
    { answer: "agree" },
  ),
  "(rep)/moderation/originals/[id]/actions.ts#show": deed(
    ["rep"], // the one who asked
    (s) => `/moderation/originals/${s.originals.show.original}`,
    (s) => [s.originals.show.original, s.originals.show.opening, stateless],
  ),
  "(rep)/moderation/rota/page.tsx": only(reps, "/moderation/rota"),
  "(rep)/moderation/rota/actions.ts#takeTurn": deed(["rep"], "/moderation/rota", [], (s) => ({
    areaId: s.strategy,
    week: s.week,
    takes: "yes",
  })),
  "(rep)/moderation/rota/actions.ts#sayAway": deed(reps, "/moderation/rota", [stateless], {
    from: "2099-01-01",
    to: "2099-01-02",
  }),
  "(rep)/moderation/rota/actions.ts#sayBack": deed(
    ["rep"],
    "/moderation/rota",
    [],
    (s) => ({ absence: s.absence }),
    [303], // to the page, as for one that is gone already
  ),
  "(rep)/moderation/appeals/page.tsx": only(reps, "/moderation/appeals"),
  "(rep)/moderation/cases/[id]/sanction/page.tsx": only(["rep"], (s) => `/moderation/cases/${s.read.case}/sanction`, [
    "held",
  ]),
  "(rep)/moderation/cases/[id]/sanction/actions.ts#giveSanction": deed(
    ["rep"],
    (s) => `/moderation/cases/${s.atFault.case}/sanction`,
    (s) => [s.atFault.case, stateless],
    { kind: "warning", days: "7", reason: "off-topic", words: "" },
  ),
};

const unions: Record<string, Entry> = {
  "(union)/unions/page.tsx": { kind: "page", at: "/unions", may: people, ok: 200, shows: ["draft"], to: ofTheUnion },
  "(union)/unions/actions.ts#start": deed(
    ofTheUnion,
    "/unions",
    [stateless],
    (s) => ({ strategy: s.strategy, union: "unison", branch: `Walk ${s.form}` }),
    [200], // "choose your union"
  ),
  "(union)/unions/responses/[id]/page.tsx": only(ofTheUnion, (s) => `/unions/responses/${s.response}`, ["draft"]),
  "(union)/unions/responses/[id]/actions.ts#publishResponse": deed(
    [], // not even its officer: there is no mandate yet
    (s) => `/unions/responses/${s.response}`,
    (s) => [s.response, stateless],
    { version: "0", why: "" },
    [200],
  ),
  "(union)/unions/responses/[id]/parts/[place]/page.tsx": only(
    ofTheUnion,
    (s) => `/unions/responses/${s.response}/parts/opening`,
  ),
  "(union)/unions/responses/[id]/parts/[place]/actions.ts#writePart": deed(
    ofTheUnion,
    (s) => `/unions/responses/${s.response}/parts/opening`,
    (s) => [s.response, "opening", stateless],
    { text: "We want a bus.", version: "0" },
  ),
  "(union)/unions/responses/[id]/mandate/page.tsx": only(ofTheUnion, (s) => `/unions/responses/${s.response}/mandate`),
  "(union)/unions/responses/[id]/mandate/actions.ts#writeMandate": deed(
    ofTheUnion,
    (s) => `/unions/responses/${s.response}/mandate`,
    (s) => [s.response, stateless],
    {
      covers: "Members in Cornwall",
      asked: "20",
      tookPart: "10",
      method: "ballot",
      from: "2026-03-01",
      to: "2026-03-02",
      minority: "None.",
      version: "0",
    },
  ),
  "(union)/unions/meetings/page.tsx": only([...reps, ...ofUnions], "/unions/meetings", ["record"]),
  "(union)/unions/meetings/actions.ts#begin": deed(
    ["rep", ...ofUnions],
    "/unions/meetings",
    [stateless],
    (s) => ({ strategy: s.strategy, name: `Walk ${s.form}`, agreed: "yes" }),
    [200], // "you are not a rep there"
  ),
  "(union)/unions/meetings/[id]/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}`, ["record"]),
  "(union)/unions/meetings/[id]/slips/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}/slips`),
  "(union)/unions/meetings/[id]/upload/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}/upload`, [
    "record",
  ]),
  "(union)/unions/meetings/[id]/upload/actions.ts#send": free("a file: lib/unions/uploads has the test"),
  "(union)/unions/meetings/[id]/upload/[upload]/page.tsx": only(
    ["rep"],
    (s) => `/unions/meetings/${s.record}/upload/${s.upload}`,
    ["record"],
  ),
  "(union)/unions/meetings/[id]/upload/[upload]/actions.ts#confirm": deed(
    ["rep"],
    (s) => `/unions/meetings/${s.record}/upload/${s.upload}`,
    (s) => [s.record, s.upload],
  ),
  "(union)/unions/meetings/[id]/actions.ts#write": deed(
    ["rep"],
    (s) => `/unions/meetings/${s.record}`,
    (s) => [s.record, stateless],
    (s) => ({ text: "Late buses.", section: "1", formId: s.form, stance: "", district: "" }),
  ),
  "(union)/unions/meetings/[id]/actions.ts#close": deed(
    ["rep"],
    (s) => `/unions/meetings/${s.record}`,
    (s) => [s.record],
  ),
};

const answering: Record<string, Entry> = {
  "(officer)/officer/page.tsx": only(officers, "/officer"),
  "(officer)/officer/actions.ts#sayAllSeen": deed(["officer"], "/officer", [], (s) => ({ body: s.strategy })),
  "(officer)/officer/actions.ts#sayComplete": deed(
    [], // not even the officer: it still takes comments
    "/officer",
    (s) => [s.strategy, stateless],
    {},
    [200],
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
  "(officer)/officer/strategies/[slug]/threads/[id]/actions.ts#keepNote": deed(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    (s) => [{ slug: s.strategy, thread: s.thread, body: s.strategy }, stateless],
    (s) => ({ note: `Walk ${s.form}` }),
  ),
  "(officer)/officer/strategies/[slug]/threads/[id]/actions.ts#keepTag": deed(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    (s) => [{ slug: s.strategy, thread: s.thread, body: s.strategy }, stateless],
    (s) => ({ tag: `Walk ${s.form}` }),
  ),
  "(officer)/officer/strategies/[slug]/threads/[id]/actions.ts#dropNote": deed(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    (s) => [{ slug: s.strategy, thread: s.thread, body: s.strategy }, s.note],
  ),
  "(officer)/officer/strategies/[slug]/threads/[id]/actions.ts#dropTag": deed(
    ["officer"],
    (s) => `/officer/strategies/${s.strategy}/threads/${s.thread}`,
    (s) => [{ slug: s.strategy, thread: s.thread, body: s.strategy }, s.words.note],
  ),
  "(officer)/officer/answers/new/page.tsx": only(
    ["officer"],
    (s) => `/officer/answers/new?strategy=${s.strategy}&kind=theme&point=${s.theme}`,
  ),
  "(officer)/officer/answers/new/actions.ts#beginAnswer": deed(
    ["officer"],
    (s) => `/officer/answers/new?strategy=${s.strategy}&kind=theme&point=${s.theme}`,
    (s) => [{ strategy: s.strategy, kind: "theme", point: s.theme }, stateless],
    answer,
  ),
  "(officer)/officer/answers/[id]/page.tsx": only(["officer"], (s) => `/officer/answers/${s.answer}`, ["answer"]),
  "(officer)/officer/answers/[id]/actions.ts#publishIt": deed(
    [], // not even the officer: nobody has read it
    (s) => `/officer/answers/${s.answer}`,
    (s) => [s.answer, stateless],
    { version: "1" },
    [200],
  ),
  "(officer)/officer/answers/[id]/actions.ts#reviewIt": deed(
    ["officer"],
    (s) => `/officer/answers/${s.answer}`,
    (s) => [s.answer, stateless],
    { version: "1", step: "review" },
  ),
  "(officer)/officer/answers/[id]/actions.ts#reviseIt": deed(
    ["officer"],
    (s) => `/officer/answers/${s.answer}`,
    (s) => [s.answer, stateless],
    { ...answer, version: "2" }, // it was reviewed a moment ago
  ),
};

const kindWords = (prefix: string) => ({
  ...{ [`${prefix}name`]: "Walk", [`${prefix}plural`]: "Walks", [`${prefix}short`]: "Walk" },
});

const running: Record<string, Entry> = {
  "(admin)/admin/page.tsx": only(["admin"], "/admin"),
  "(admin)/admin/bodies/page.tsx": only(["admin"], "/admin/bodies"),
  "(admin)/admin/bodies/actions.ts#putBody": kept(["admin"], "/admin/bodies", [stateless], {
    ...{ kind: "lep", name: "Walk", mayor: "", hasMayor: "no", districts: "Cornwall" },
  }),
  "(admin)/admin/bodies/actions.ts#putBodyKind": kept(["admin"], "/admin/bodies", [stateless], kindWords("body-kind-")),
  "(admin)/admin/bodies/actions.ts#putStrategyKind": kept(
    ["admin"],
    "/admin/bodies",
    [stateless],
    kindWords("strategy-kind-"),
  ),
  "(admin)/admin/complaints/page.tsx": only(["admin"], "/admin/complaints", ["complaint"]),
  "(admin)/admin/complaints/[id]/page.tsx": only(["admin"], (s) => `/admin/complaints/${s.complaint}`, ["complaint"]),
  "(admin)/admin/complaints/[id]/actions.ts#sendAnswer": deed(
    ["admin"],
    (s) => `/admin/complaints/${s.complaint}`,
    (s) => [s.complaint, stateless],
    { answer: "We are sorry." },
  ),
  "(admin)/admin/lost-factors/page.tsx": only(["admin"], "/admin/lost-factors"),
  "(admin)/admin/lost-factors/actions.ts#ask": deed(["admin"], "/admin/lost-factors", [stateless], (s) => ({
    account: s.people.rep ?? "",
    sure: "yes",
  })),
  "(admin)/admin/lost-factors/actions.ts#answer": deed(["admin"], "/admin/lost-factors", (s) => [s.reset, stateless], {
    step: "confirm",
  }),
};

const publish = (s: { strategy: string }) => `/officer/strategies/${s.strategy}/publish`;
const bySlug = (s: { strategy: string }) => [s.strategy, stateless];
const lead: Who[] = ["officer", "admin"];
const ofALead: Who[] = [...officers, "admin"];
const draftAt = (page: string) => (s: Scene) => `/officer/strategies/${s.draft.slug}/draft/${page}`;
const ofDraft = (s: Scene) => [s.draft.slug, stateless];

const publishing: Record<string, Entry> = {
  "(officer)/officer/strategies/page.tsx": only(ofALead, "/officer/strategies"),
  "(officer)/officer/strategies/new/page.tsx": only(ofALead, "/officer/strategies/new"),
  "(officer)/officer/strategies/new/actions.ts#begin": kept(lead, "/officer/strategies/new", [stateless], {
    ...{ body: "cornwall-scilly", kind: "local-industrial-strategy", areaName: "Walk" },
  }),
  "(officer)/officer/strategies/[slug]/publish/page.tsx": only(lead, publish),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#beginVersion": kept(lead, publish, bySlug),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#changeParts": kept(lead, publish, bySlug, {
    deed: "add",
    version: "1",
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#sayChecked": kept(lead, publish, bySlug, { version: "1" }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#openIt": kept(lead, publish, bySlug, { version: "1" }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#planIt": kept(lead, publish, bySlug, {
    version: "1",
    day: "2099-01-01",
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#unplanIt": kept(lead, publish, bySlug, { version: "1" }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#discardIt": kept(lead, publish, bySlug, {
    version: "1",
    "sure-discard": "yes",
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#closeIt": kept(lead, publish, bySlug, {
    "sure-close": "yes",
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#extendIt": kept(lead, publish, bySlug, {
    ...{ closesOn: "2099-01-01", reason: "More time.", seen: "" },
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#archiveIt": kept(lead, publish, bySlug, {
    "sure-archive": "yes",
  }),
  "(officer)/officer/strategies/[slug]/draft/about/page.tsx": only(lead, draftAt("about")),
  "(officer)/officer/strategies/[slug]/draft/preview/page.tsx": only(lead, draftAt("preview")),
  "(officer)/officer/strategies/[slug]/draft/sections/[key]/page.tsx": only(lead, (s) =>
    draftAt(`sections/${s.draft.section}`)(s),
  ),
  "(officer)/officer/strategies/[slug]/draft/words/page.tsx": only(lead, draftAt("words")),
  "(officer)/officer/strategies/[slug]/draft/match/page.tsx": free("only for a second version: the same getDraft"),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#upload": free("a file: lib/strategies/drafting has the tests"),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#match": kept(lead, draftAt("words"), ofDraft, { version: "1" }),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#writeSection": deed(
    lead,
    (s) => draftAt(`sections/${s.draft.section}`)(s),
    (s) => [s.draft.slug, s.draft.section, stateless],
    (s) => ({
      ...{ title: "Trains", summary: "Fast ones.", canChange: "", foundation: "" },
      ...{ [`text-${s.draft.paragraph}`]: "More of them.", deed: "save", version: String(s.draft.version) },
    }),
  ),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#paste": deed(lead, draftAt("words"), ofDraft, (s) => ({
    text: "# Trams\n\nMore of them.",
    version: String(s.draft.version + 1), // it was written to a moment ago
  })),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#sayAbout": deed(lead, draftAt("about"), ofDraft, (s) => ({
    ...{ title: "A draft", note: "", summary: "Trams.", canChange: "All of it.", contact: "Ask the desk." },
    ...{ closesOn: "2099-01-01", moderation: "before", version: String(s.draft.version + 2) },
  })),
};

const forAll: Record<string, Entry> = {
  "(public)/page.tsx": open("/"),
  "(public)/find/page.tsx": open("/find?q=Redruth"),
  "(public)/accessibility/page.tsx": open("/accessibility"),
  "(public)/credits/page.tsx": open("/credits"),
  "(public)/privacy/page.tsx": open("/privacy"),
  "(public)/cookies/page.tsx": open("/cookies"),
  "(public)/leps/[slug]/figures/page.tsx": open((s) => `/leps/${s.strategy}/figures`),
  "(public)/leps/[slug]/releases.atom/route.ts": open((s) => `/leps/${s.strategy}/releases.atom`),
  "embed/leps/[slug]/[figure]/route.ts": free("public figures: lib/front has the tests"),
  ".well-known/security.txt/route.ts": free("for everybody, where the operator has set it"),
  "(public)/leps/page.tsx": open("/leps"),
  "(public)/leps/[slug]/page.tsx": open((s) => `/leps/${s.strategy}`),
  "(public)/leps/[slug]/[subject]/page.tsx": open((s) => `/leps/${s.strategy}/transport`),
  "(public)/leps/[slug]/[subject]/paper/page.tsx": open((s) => `/leps/${s.strategy}/transport/paper`),
  "(public)/leps/[slug]/[subject]/answers.atom/route.ts": open((s) => `/leps/${s.strategy}/transport/answers.atom`),
  "(public)/leps/[slug]/paper/page.tsx": open((s) => `/leps/${s.strategy}/paper`),
  "(public)/leps/[slug]/answers.atom/route.ts": open((s) => `/leps/${s.strategy}/answers.atom`),
  "(public)/leps/[slug]/summary.csv/route.ts": open((s) => `/leps/${s.strategy}/summary.csv`),
  "(public)/leps/[slug]/summary.xlsx/route.ts": open((s) => `/leps/${s.strategy}/summary.xlsx`),
  "(public)/strategies/page.tsx": open("/strategies"),
  "(public)/strategies/[slug]/page.tsx": open((s) => `/strategies/${s.strategy}`),
  "(public)/strategies/[slug]/answers/page.tsx": open((s) => `/strategies/${s.strategy}/answers`),
  "(public)/strategies/[slug]/answers.atom/route.ts": open((s) => `/strategies/${s.strategy}/answers.atom`),
  "(public)/strategies/[slug]/comments/page.tsx": open((s) => `/strategies/${s.strategy}/comments?q=bus`),
  "(public)/strategies/[slug]/paper/page.tsx": open((s) => `/strategies/${s.strategy}/paper`),
  "(public)/strategies/[slug]/poster/page.tsx": open((s) => `/strategies/${s.strategy}/poster`),
  "(public)/strategies/[slug]/sections/[number]/page.tsx": open((s) => `/strategies/${s.strategy}/sections/1`),
  "(public)/strategies/[slug]/threads/[id]/page.tsx": open((s) => `/strategies/${s.strategy}/threads/${s.thread}`),
  "(public)/strategies/[slug]/responses/page.tsx": open((s) => `/strategies/${s.strategy}/responses`),
  "(public)/strategies/[slug]/responses/[id]/page.tsx": only(
    [], // a draft
    (s) => `/strategies/${s.strategy}/responses/${s.response}`,
  ),
  "(public)/strategies/[slug]/responses/[id]/revisions/[number]/page.tsx": only(
    [],
    (s) => `/strategies/${s.strategy}/responses/${s.response}/revisions/1`,
  ),
  "(public)/strategies/[slug]/versions/[number]/page.tsx": open((s) => `/strategies/${s.strategy}/versions/1`),
  "(public)/strategies/[slug]/pictures/[id]/route.ts": free("public pictures of a version"),
  "(public)/transparency/page.tsx": open("/transparency"),
  "(public)/transparency/[slug]/page.tsx": open((s) => `/transparency/${s.strategy}`),
  "api/v1/openapi.json/route.ts": open("/api/v1/openapi.json"),
  "api/v1/leps/route.ts": open("/api/v1/leps"),
  "api/v1/leps/[slug]/summary/route.ts": open((s) => `/api/v1/leps/${s.strategy}/summary`),
  "api/v1/leps/[slug]/releases/[number]/route.ts": only([], (s) => `/api/v1/leps/${s.strategy}/releases/9999`),
  "api/v1/strategies/route.ts": open("/api/v1/strategies"),
  "api/v1/strategies/[slug]/route.ts": open((s) => `/api/v1/strategies/${s.strategy}`),
  "api/v1/strategies/[slug]/comments/route.ts": open((s) => `/api/v1/strategies/${s.strategy}/comments`),
  "api/v1/transparency/route.ts": open("/api/v1/transparency"),
  "api/v1/transparency/[slug]/record/route.ts": open((s) => `/api/v1/transparency/${s.strategy}/record`),
  "api/v1/transparency/[slug]/record/heads/route.ts": open((s) => `/api/v1/transparency/${s.strategy}/record/heads`),
};

export const entries: Record<string, Entry> = {
  ...forAll,
  ...takingPart,
  ...ownThings,
  ...signingIn,
  ...moderating,
  ...appeals,
  ...unions,
  ...answering,
  ...publishing,
  ...running,
};
