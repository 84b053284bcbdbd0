import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EmptyState } from "@/components/ui/empty-state";

// docs/style.md: an empty page names what is missing, and what to do next.

/** Where the next step is right beside: the form that adds the first, the button to write, the link to all or to a correction. */
const besideTheNextStep = [
  "app/(officer)/officer/strategies/[slug]/draft/sections/[key]/page.tsx",
  "app/(officer)/officer/strategies/[slug]/draft/match/page.tsx",
  "app/(admin)/admin/lost-factors/page.tsx",
  "app/(public)/strategies/[slug]/sections/[number]/page.tsx",
  "app/(public)/strategies/[slug]/page.tsx",
  "app/(public)/strategies/[slug]/threads/[id]/page.tsx",
  "components/answers/answer-board.tsx",
  "components/areas/national-facts.tsx",
  "components/summaries/board-paper.tsx",
];

const pages = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(folder, path).replaceAll("\\", "/")),
);

test("the text of an empty list leads on, or the next step is beside it", () => {
  const bare = pages.filter((file) => /length === 0 (?:&&|\?)\s*\(?\s*<p\b/.test(readFileSync(file, "utf8")));
  expect(bare.sort()).toEqual(besideTheNextStep.toSorted());
  const leading = pages.filter((file) => readFileSync(file, "utf8").includes("<EmptyState next="));
  expect(leading.length).toBeGreaterThan(20);
});

test("an empty list has its text, and one link of 44 pixels", () => {
  const html = renderToStaticMarkup(
    EmptyState({ next: { href: "/find", label: "Find your strategy" }, children: "Nothing here yet." }),
  );
  expect(html).toContain("<p>Nothing here yet.</p>");
  expect(html.match(/<a [^>]*min-h-11[^>]*>/g)).toHaveLength(1);
});
