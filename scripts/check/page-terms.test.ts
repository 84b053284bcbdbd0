import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findPageTerms } from "@/scripts/check/page-terms";
import { readPageText } from "@/scripts/check/page-text";
import { measureReading } from "@/scripts/check/reading-age";

const pageFiles = execFileSync("git", ["ls-files", "app", "components", "lib", "browser", "scripts/ops"], {
  encoding: "utf8",
})
  .split("\n")
  .filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|name-lists|name-and-job|identifying|personal-name/.test(file),
  )
  .filter((file) => !file.startsWith("lib/moderation/checks/")); // what authors write, not what we write

test("finds a second term in a string, a template, JSX text and an attribute, across lines and tags", () => {
  const source = [
    "const a = 'Do you want to take it back?';",
    "const b = `$" + "{name} has closed this conversation.`;",
    "const c = <p>See what{' '}",
    "  <strong>became</strong> of it.</p>;",
    'const d = <Field label="Words to the author" className="take it back" />;',
  ].join("\n");
  expect(findPageTerms("app/a.tsx", source).map(({ line, text }) => `${line} ${text}`)).toEqual([
    "1 take it back",
    "2 conversation",
    "3 became of",
    "5 Words to the ",
  ]);
  expect(findPageTerms("app/a.tsx", source)[1]?.use).toBe("thread");
});

test("leaves code, imports and comments alone", () => {
  const source = 'import a from "a conversation b"; // we take it back\nconst conversation = takeBack("take");\n';
  expect(findPageTerms("lib/a.ts", source)).toEqual([]);
});

test("pages, mails and messages have one term for one thing", () => {
  const findings = pageFiles
    .filter((file) => file !== "lib/people/privacy/consent.rules.ts") // the text of a version never changes
    .flatMap((file) => findPageTerms(file, readFileSync(file, "utf8")));
  expect(findings.map(({ file, line, text, use }) => `${file}:${line}: "${text}": write ${use}`)).toEqual([]);
});

// Reading age: the text that we write, by page; texts of few words count with the others of their folder

const workerPages =
  /^(app\/\(participant\)|app\/\(public\)\/(find|privacy|cookies|accessibility|strategies\/\[slug\]\/(sections|threads|comments|paper|poster))|components\/(comments|forms|layout))/;
const limits = { worker: 9, other: 12 };
const minimumWordCount = 80;

// of pages; "lib" holds messages that are shown on them
const folderOf = (file: string): string => {
  const folder = file.slice(0, file.lastIndexOf("/"));
  return file.startsWith("lib/") ? folder.split("/").slice(0, 2).join("/") : folder;
};
const isProse = (text: string) =>
  /^[\p{Lu}“‘]/u.test(text) && /[.?!:]$/.test(text) && !/[<>{}=|\\]|\b(SELECT|FROM|UPDATE|WHERE)\b/.test(text);

test("a hard text has a higher reading age than a plain one, and labels do not lower it", () => {
  const plain = ["We delete your comment. You cannot get it back. Copy it first if you want to keep it."];
  const hard = [
    "Notwithstanding the aforementioned considerations, organisations administering consultations acknowledge responsibility.",
  ];
  const [easy, difficult] = [measureReading(plain).age, measureReading(hard).age];
  expect(easy).toBeLessThan(8);
  expect(difficult).toBeGreaterThan(20);
  expect(measureReading([...hard, "Yes", "No", "Go on"]).age).toBe(difficult);
});

test("worker pages can be read at 9, every other page at 12", () => {
  const texts = new Map<string, string[]>();
  for (const file of pageFiles.filter((name) => !/^scripts|route\.ts$|^app\/api/.test(name))) {
    const prose = readPageText(file, readFileSync(file, "utf8"))
      .map(({ text }) => text)
      .filter(isProse);
    texts.set(folderOf(file), [...(texts.get(folderOf(file)) ?? []), ...prose]);
  }
  const groups = new Map<string, string[]>();
  for (const [folder, prose] of texts) {
    const isLong = measureReading(prose).wordCount >= minimumWordCount;
    const group = isLong ? folder : `${workerPages.test(folder) ? "worker pages" : "other pages"} of fewer words`;
    groups.set(group, [...(groups.get(group) ?? []), ...prose]);
  }
  const rows = [...groups]
    .map(([folder, prose]) => {
      const isForWorkers = workerPages.test(folder) || folder.startsWith("worker pages");
      return { folder, isForWorkers, ...measureReading(prose) };
    })
    .sort((a, b) => b.age - a.age);
  const table = rows.map(
    ({ folder, isForWorkers, wordCount, age }) =>
      `${age.toFixed(1).padStart(5)} ${String(wordCount).padStart(6)}  ${isForWorkers ? "worker" : "      "}  ${folder}`,
  );
  process.stdout.write(`\nReading age, words\n${table.join("\n")}\n`);
  expect(rows.length).toBeGreaterThan(40);
  const tooHard = rows.filter(({ isForWorkers, age }) => age > (isForWorkers ? limits.worker : limits.other));
  expect(tooHard.map(({ folder, age }) => `${folder}: ${age}`)).toEqual([]);
});
