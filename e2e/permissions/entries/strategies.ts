import { type Actor, officers } from "@/e2e/permissions/actors";
import { action, type Entry, only, stateless, untested } from "@/e2e/permissions/entry";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";

const publish = (s: Fixtures) => `/officer/strategies/${s.strategy}/publish`;
const bySlug = (s: Fixtures) => [{ slug: s.strategy }, stateless];
const byVersion = (s: Fixtures) => [{ slug: s.strategy, version: 1 }, stateless];
const lead: Actor[] = ["officer", "admin"];
const ofALead: Actor[] = [...officers, "admin"];
const draftAt = (page: string) => (s: Fixtures) => `/officer/strategies/${s.draft.slug}/draft/${page}`;
const ofDraft = (s: Fixtures) => [{ slug: s.draft.slug }, stateless];

export const strategyEntries: Record<string, Entry> = {
  "(officer)/officer/strategies/page.tsx": only(ofALead, "/officer/strategies"),
  "(officer)/officer/strategies/new/page.tsx": only(ofALead, "/officer/strategies/new"),
  "(officer)/officer/strategies/new/actions.ts#createStrategyAction": untested(
    lead,
    "/officer/strategies/new",
    [stateless],
    {
      ...{ body: "cornwall-scilly", kind: "local-industrial-strategy", areaName: "Sweep" },
    },
  ),
  "(officer)/officer/strategies/[slug]/publish/page.tsx": only(lead, publish),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#startDraftAction": untested(lead, publish, bySlug),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#saveOutlineAction": untested(lead, publish, byVersion, {
    operation: "add",
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#checkDraftAction": untested(lead, publish, byVersion),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#openDraftAction": untested(lead, publish, byVersion),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#planOpeningAction": untested(lead, publish, byVersion, {
    day: "2099-01-01",
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#cancelOpeningAction": untested(lead, publish, byVersion),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#discardDraftAction": untested(lead, publish, byVersion, {
    "sure-discard": "yes",
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#closeStrategyAction": untested(lead, publish, bySlug, {
    "sure-close": "yes",
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#extendStrategyAction": untested(lead, publish, bySlug, {
    ...{ closesOn: "2099-01-01", reason: "More time.", expectedClosesOn: "" },
  }),
  "(officer)/officer/strategies/[slug]/publish/actions.ts#archiveStrategyAction": untested(lead, publish, bySlug, {
    "sure-archive": "yes",
  }),
  "(officer)/officer/strategies/[slug]/draft/about/page.tsx": only(lead, draftAt("about")),
  "(officer)/officer/strategies/[slug]/draft/preview/page.tsx": only(lead, draftAt("preview")),
  "(officer)/officer/strategies/[slug]/draft/poster/page.tsx": only(lead, draftAt("poster")),
  "(officer)/officer/strategies/[slug]/draft/paper/page.tsx": only(lead, draftAt("paper")),
  "(officer)/officer/strategies/[slug]/draft/sections/[key]/page.tsx": only(lead, (s) =>
    draftAt(`sections/${s.draft.section}`)(s),
  ),
  "(officer)/officer/strategies/[slug]/draft/words/page.tsx": only(lead, draftAt("words")),
  "(officer)/officer/strategies/[slug]/draft/match/page.tsx": only(lead, draftAt("match")),
  "(public)/strategies/[slug]/pictures/[id]/route.ts": only(
    lead, // until a version with it is open
    (s) => `/strategies/${s.draft.slug}/pictures/${s.draft.picture}`,
  ),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#confirmImportAction": untested(
    lead,
    draftAt("words"),
    ofDraft,
    {
      version: "1",
    },
  ),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#cancelImportAction": untested(lead, draftAt("words"), ofDraft),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#saveMatchesAction": untested(lead, draftAt("words"), ofDraft, {
    version: "1",
  }),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#saveSectionAction": action(
    lead,
    (s) => draftAt(`sections/${s.draft.section}`)(s),
    (s) => [{ slug: s.draft.slug, key: s.draft.section }, stateless],
    (s) => ({
      ...{ title: "Trains", summary: "Fast ones.", canChange: "", foundation: "" },
      ...{ [`text-${s.draft.paragraph}`]: "More of them.", operation: "save", version: String(s.draft.version) },
    }),
  ),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#pasteDocumentAction": action(
    lead,
    draftAt("words"),
    ofDraft,
    (s) => ({
      text: "# Trams\n\nMore of them.",
      version: String(s.draft.version + 1), // it was written to a moment ago
    }),
  ),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#saveAboutAction": action(
    lead,
    draftAt("about"),
    ofDraft,
    (s) => ({
      ...{ title: "A draft", note: "", summary: "Trams.", canChange: "All of it.", contact: "Ask the desk." },
      ...{ closesOn: "2099-01-01", version: String(s.draft.version + 2) },
    }),
  ),
  "(officer)/officer/strategies/[slug]/draft/actions.ts#uploadDocumentAction": action(
    lead,
    draftAt("words"),
    ofDraft,
    (s) => ({
      file: new Blob(["# Ferries\n\nMore of them.\n"]),
      version: String(s.draft.version + 3),
    }),
  ),
};
