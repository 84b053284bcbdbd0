import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// A form that changes something stored must show every field of it: a field that its defaults leave out is emptied by the
// next save. `StoredValues` lets the compiler find that.

/** Their defaults are a choice to begin with, or a draft, which has what its author left in it. */
const formsOfNewThings = [
  "app/(union)/unions/meetings/[id]/entry-form.tsx",
  "app/(union)/unions/meetings/[id]/page.tsx", // passes them on to that form
  "app/(union)/unions/page.tsx",
  "components/answers/answer-form.tsx", // takes them from its page
  "components/comments/comment-form.tsx",
  "components/summaries/briefing-form.tsx", // takes them from its page
];

test("a form that shows something stored shows all fields of its schema", () => {
  const files = ["app", "components"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
        join(folder, file).replaceAll("\\", "/"),
      ),
    )
    .filter((file) => file.endsWith(".tsx") && !file.startsWith("components/forms/"));
  const withDefaults = files.filter((file) => /\sdefaults=\{/.test(readFileSync(file, "utf8")));
  expect(withDefaults.length).toBeGreaterThan(formsOfNewThings.length);
  expect(withDefaults).toEqual(expect.arrayContaining(formsOfNewThings));
  const unchecked = withDefaults.filter(
    (file) =>
      !formsOfNewThings.includes(file) && !/StoredValues<|(answer|briefing)Values\(/.test(readFileSync(file, "utf8")),
  );
  expect(unchecked, "Say `satisfies StoredValues<typeof …>` of these defaults.").toEqual([]);
});
