import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// Officers' code reads published comments and releases, and nothing else of comments and people.

const mayImport: Record<string, string[]> = {
  "@/lib/auth/current-session": ["getPerson"],
  "@/lib/auth/require-person": ["requireAccount", "requireRole"],
  "@/lib/comments/comment.policy": ["whyCannotComment"],
  "@/lib/comments/comment.queries": ["CommentView", "getThread"],
  "@/lib/comments/comment.rules": ["excerptOf", "formatCommentCursor"],
  "@/lib/comments/comment.schema": ["CommentCursor"],
  "@/lib/comments/threads/comment-search.queries": ["searchComments"], // of what is published
  "@/lib/comments/threads/thread-list.queries": ["listThreads", "ThreadFilter"],
  "@/lib/comments/threads/thread-list.rules": ["ListCursor", "parseListCursor"],
  "@/lib/comments/threads/thread-list.schema": ["officerThreadListQuery", "ThreadSort", "threadListQueryString"],
  "@/lib/notifications/notice.rules": ["NoticeKind"],
  "@/lib/summaries/briefings/briefing.commands": ["createBriefing", "deleteBriefing", "saveBriefing"],
  "@/lib/summaries/briefings/briefing.queries": ["findBriefingBody", "getBriefing", "listBriefings"],
  "@/lib/summaries/briefings/briefing.rules": ["briefingText", "figuresText"],
  "@/lib/summaries/briefings/briefing.schema": ["briefingInput", "briefingScope", "briefingValues"],
  "@/lib/summaries/briefings/briefing-document.rules": ["briefingDocument"], // of what the public board paper shows
  "@/lib/summaries/coverage.queries": ["listSharedDistricts"], // of reference data
  "@/lib/summaries/coverage.rules": ["sharedDistrictText"],
  "@/lib/summaries/overview/paper-parts.rules": ["firstParts"],
  "@/lib/summaries/releases/release.queries": ["getRelease", "listReleases"],
  "@/lib/summaries/releases/release.rules": ["peopleInCell", "ReleaseView"],
  "@/lib/summaries/releases/release-comparison.rules": [
    ...["CellComparison", "compareCell", "compareThemes", "listCellNames", "ThemeComparison"],
  ],
  "@/lib/summaries/releases/release-comparison.schema": ["releaseComparisonQuery"],
  "@/lib/summaries/releases/release-table.rules": [
    ...["anyThemeKey", "notGiven", "otherTheme", "sectorGroups", "totalKey"],
  ],
  "@/lib/summaries/scope.queries": ["listStrategyPlaces"], // of the tallies
  "@/lib/summaries/strategy-counts.queries": ["listStrategyCounts"],
};
const watched = /^@\/lib\/(auth|comments|moderation|notifications|people|summaries|unions)\//;

const files = ["app/(officer)", "lib/answers"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"))
      .filter((name) => !name.startsWith("participant-answer.")) // a participant's own answers
      .map((name) => join(folder, name)),
  )
  .concat(["rules", "schema"].map((role) => `lib/summaries/releases/release-comparison.${role}.ts`));

test.each(files)("%s imports nothing that reads unpublished data", (file) => {
  const source = readFileSync(file, "utf8");
  for (const [, names = "", from = ""] of source.matchAll(/import (?:type )?\{([^}]*)\} from "([^"]+)"/g)) {
    if (!watched.test(from) || from.startsWith("@/lib/people/person.policy")) continue;
    const imported = names.split(",").map((name) => name.replace(/\btype\b/, "").trim());
    expect(imported.filter((name) => name && !(mayImport[from] ?? []).includes(name))).toEqual([]);
  }
});

test.each(files)("%s reads published comments only", (file) => {
  const source = readFileSync(file, "utf8");
  const reads =
    source.match(
      /comments: \{ where: \{[^}]*\}|db\(\)\.comment\.\w+\(\{[^;]*?\}\s*\)|FROM comments [^`]*|JOIN comments [^`]*/g,
    ) ?? [];
  for (const read of reads) expect(read).toContain("published");
  expect(source).not.toMatch(/\.(revision|participant|reaction|sealedOriginal|notice|case|decision)\.find/);
});
