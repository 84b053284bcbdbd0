import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// Officers read published comments and releases, and no code path of theirs reaches anything else.

const mayImport: Record<string, string[]> = {
  "@/lib/comments/queries": ["getThread", "listPublishedComments", "Page"],
  "@/lib/comments/reading/queries": ["listThreads"],
  "@/lib/comments/reading/rules": ["cursorOf"],
  "@/lib/comments/rules": ["cursorText"],
  "@/lib/comments/schema": ["cursor", "Cursor"],
  "@/lib/comments/policy": ["whyClosed"],
  "@/lib/summaries/queries": ["getLepSummary"],
  "@/lib/summaries/releases/queries": ["getRelease", "listReleases"],
  "@/lib/summaries/releases/rules": [
    ...["all", "anyTheme", "notGiven", "otherTheme", "peopleIn", "ReleaseView", "sectorGroups"],
  ],
};
const watched = /^@\/lib\/(comments|moderation|people|notices|unions|summaries)\//;

const files = ["app/(officer)", "lib/answers"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"))
    .filter((name) => !name.startsWith("mine/")) // what is answered to a person, for that person
    .map((name) => join(folder, name)),
);

test.each(files)("%s imports nothing that reads what is not published", (file) => {
  const source = readFileSync(file, "utf8");
  for (const [, names = "", from = ""] of source.matchAll(/import (?:type )?\{([^}]*)\} from "([^"]+)"/g)) {
    if (!watched.test(from) || from.startsWith("@/lib/people/policy")) continue;
    const asked = names.split(",").map((name) => name.replace(/\btype\b/, "").trim());
    expect(asked.filter((name) => name && !(mayImport[from] ?? []).includes(name))).toEqual([]);
  }
});

test.each(files)("%s reads comments only where they are published", (file) => {
  const source = readFileSync(file, "utf8");
  const reads =
    source.match(
      /comments: \{ where: \{[^}]*\}|db\(\)\.comment\.\w+\(\{[^;]*?\}\s*\)|FROM comments [^`]*|JOIN comments [^`]*/g,
    ) ?? [];
  for (const read of reads) expect(read).toContain("published");
  expect(source).not.toMatch(/\.(revision|participant|reaction|sealedOriginal|notice|case|decision)\.find/);
});
