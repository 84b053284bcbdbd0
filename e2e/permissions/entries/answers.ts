import { officers } from "@/e2e/permissions/actors";
import { deed, type Entry, only, stateless } from "@/e2e/permissions/entry";

const answer = { decision: "rejected", why: "No.", changed: "", paragraph: "" };

export const answering: Record<string, Entry> = {
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
