import { officers, type Who } from "@/e2e/permissions/actors";
import { deed, type Entry, kept, only, stateless } from "@/e2e/permissions/entry";
import type { Scene } from "@/e2e/permissions/fixtures/make-fixtures";

const publish = (s: Scene) => `/officer/strategies/${s.strategy}/publish`;
const bySlug = (s: Scene) => [s.strategy, stateless];
const lead: Who[] = ["officer", "admin"];
const ofALead: Who[] = [...officers, "admin"];
const draftAt = (page: string) => (s: Scene) => `/officer/strategies/${s.draft.slug}/draft/${page}`;
const ofDraft = (s: Scene) => [s.draft.slug, stateless];

export const publishing: Record<string, Entry> = {
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
  "(officer)/officer/strategies/[slug]/draft/match/page.tsx": only(lead, draftAt("match")),
  "(public)/strategies/[slug]/pictures/[id]/route.ts": only(
    lead, // until a version with it is open
    (s) => `/strategies/${s.draft.slug}/pictures/${s.draft.picture}`,
  ),
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
  "(officer)/officer/strategies/[slug]/draft/actions.ts#upload": deed(lead, draftAt("words"), ofDraft, (s) => ({
    file: new Blob(["# Ferries\n\nMore of them.\n"]),
    version: String(s.draft.version + 3),
  })),
};
