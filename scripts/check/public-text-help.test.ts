import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { IdentifyingDetailsWarning } from "@/components/comments/identifying-details-warning";
import { WritingHelp } from "@/components/comments/writing-help";

// Whatever text everybody can read later has the warning of identifying details beside it, whoever types it: a union's
// response can name a worker as well as a comment can.

/** Texts that are not public, or are no text about people: a new field of several lines is in here, or has help. */
const withoutHelp: Record<string, string[]> = {
  // read by reps, admins or one author
  "app/(rep)/moderation/originals/[id]/page.tsx": ["reason"],
  "app/(rep)/moderation/cases/[id]/decision-form.tsx": ["note", "phrases", "toAuthor"],
  "app/(rep)/moderation/cases/[id]/sanction/page.tsx": ["message"],
  "app/(rep)/moderation/cases/[id]/reversal-forms.tsx": ["note"],
  "app/(participant)/strategies/[slug]/report/[comment]/report-page.tsx": ["details"],
  "app/(participant)/complaints/forms.tsx": ["text"],
  "app/(admin)/admin/complaints/[id]/page.tsx": ["answer"],
  "app/(admin)/admin/corrections/[id]/page.tsx": ["reply"],
  "components/moderation/appeal-form.tsx": ["grounds"],
  // read by officers of one body
  "app/(officer)/officer/strategies/[slug]/threads/[id]/page.tsx": ["note"],
  // a strategy, which names places, bodies and people in office
  "app/(officer)/officer/strategies/[slug]/draft/sections/[key]/page.tsx": ["canChange", "summary"],
  "app/(officer)/officer/strategies/[slug]/draft/words/page.tsx": ["text"],
  "app/(officer)/officer/strategies/[slug]/draft/about/page.tsx": ["canChange", "note", "summary"],
  // codes of districts, check numbers, and text that cannot be sent any more
  "app/(admin)/admin/bodies/forms.tsx": ["districts"],
  "app/(public)/transparency/[slug]/check/page.tsx": ["heads"],
  "components/comments/unsent-text.tsx": ["text"],
};

type Field = { file: string; name: string; hasHelp: boolean };

const sources = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(folder, path).replaceAll("\\", "/")),
);

const fields: Field[] = sources.flatMap((file) => {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/<TextArea\b[^>]*?\bname="([^"]+)"/g)].map(([, name = ""]) => ({
    file,
    name,
    hasHelp: source.includes(`<WritingHelp field="${name}"`),
  }));
});

test("every field of several lines has the warning, or its text is not public", () => {
  const without: Record<string, string[]> = {};
  for (const { file, name } of fields.filter(({ hasHelp }) => !hasHelp))
    without[file] = [...(without[file] ?? []), name];
  for (const names of Object.values(without)) names.sort();
  expect(without).toEqual(withoutHelp);
  expect(fields.filter(({ hasHelp }) => hasHelp).length).toBeGreaterThan(8);
});

test("a page loads the script once, however many fields it helps with", () => {
  for (const { file } of fields.filter(({ hasHelp }) => hasHelp)) {
    const loading = readFileSync(file, "utf8").match(/<WritingHelp\b(?![^>]*isFirst=\{false\})[^>]*>/g) ?? [];
    expect([file, loading.length]).toEqual([file, 1]);
  }
});

describe("what is found in a saved text", () => {
  const named = "Ask Priya Raghunathan on 07700 900123 about the night bus.";
  const warningOf = (html: string) => /This could identify somebody[\s\S]*?<\/ul>/.exec(html)?.[0] ?? "";

  test("is beside the field when the text is opened again", () => {
    const help = (text: string) =>
      renderToStaticMarkup(createElement(WritingHelp, { field: "why", text })).replace(
        /<template>[\s\S]*?<\/template>/,
        "",
      );
    expect(warningOf(help(named))).toContain("07700 900123");
    expect(warningOf(help(named))).toContain("Priya Raghunathan");
    expect(help("We agree.")).not.toContain("This could identify somebody");
  });

  test("is shown to whoever publishes it", () => {
    const html = (text: string) => renderToStaticMarkup(createElement(IdentifyingDetailsWarning, { text }));
    expect(warningOf(html(`We agree.\n\n${named}`))).toMatch(
      /Priya Raghunathan[\s\S]*07700 900123|07700 900123[\s\S]*Priya/,
    );
    expect(html("We agree with most of it.")).toBe("");
    for (const page of ["app/(officer)/officer/answers/[id]/page.tsx", "app/(union)/unions/responses/[id]/page.tsx"])
      expect(readFileSync(page, "utf8")).toContain("<IdentifyingDetailsWarning text=");
  });
});
