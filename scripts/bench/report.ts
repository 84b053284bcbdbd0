import type { Comparison, Results } from "@/scripts/bench/comparisons";
import { maxGrowth } from "@/scripts/bench/list-growth";

const weightLimit = 120 * 1024;

/** Prints the tables. @returns whether everything is as it should be */
export function printReport({ comparisons, growth, weight }: Results): boolean {
  const printLine = (line = "") => process.stdout.write(`${line}\n`);
  for (const { label, sides, ratio, note, ...rest } of comparisons) {
    printLine(`\n${label}`);
    printLine(
      `  ${"".padEnd(18)}${["a second", "p50 ms", "p99 ms", "CPU ms"].map((head) => head.padStart(10)).join("")}  answers`,
    );
    for (const side of sides) {
      const figures = [side.perSecond.toFixed(0), side.p50.toFixed(2), side.p99.toFixed(2), side.cpu.toFixed(3)];
      const answers = Object.entries(side.statuses).map(([status, n]) => `${status}: ${n}`);
      printLine(
        `  ${side.name.padEnd(18)}${figures.map((figure) => figure.padStart(10)).join("")}  ${answers.join(", ")}`,
      );
    }
    printLine(
      `  ratio ${ratio.toFixed(3)}, wanted ${rest.atMost ? "at most" : "at least"} ${rest.target}: ${meetsTarget({ ratio, ...rest }) ? "yes" : "NO"}`,
    );
    if (note) printLine(`  ${note}`);
  }
  printLine("\nmilliseconds with 1,000 and with 100,000 comments, without HTTP");
  for (const { label, few, many, ratio } of growth) {
    const figures = [few.toFixed(2), many.toFixed(2), ratio.toFixed(2)].map((figure) => figure.padStart(10)).join("");
    printLine(`  ${label.padEnd(42)}${figures}  ${ratio <= maxGrowth ? "yes" : "NO"}`);
  }
  const accepted = growth.at(-1);
  if (accepted)
    printLine(`  ${(1000 / accepted.many).toFixed(0)} reactions are accepted a second with 100,000 comments`);
  const { html, css, scripts, fonts } = weight;
  const isLight = html + css + scripts < weightLimit;
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  printLine(
    `\nwhat a reader loads for that thread, gzipped: HTML ${kilobytes(html)}, CSS ${kilobytes(css)}, JavaScript ${kilobytes(scripts)} (typeface ${kilobytes(fonts)})`,
  );
  printLine(
    `  HTML, CSS and JavaScript ${kilobytes(html + css + scripts)}, wanted under 120 kB: ${isLight ? "yes" : "NO"}`,
  );
  const isSteady = growth.every(({ ratio }) => ratio <= maxGrowth);
  return (
    isLight && isSteady && comparisons.every((comparison) => meetsTarget(comparison) && hasOnlyGoodStatuses(comparison))
  );
}

const meetsTarget = ({ ratio, target, atMost }: Pick<Comparison, "ratio" | "target" | "atMost">) =>
  atMost ? ratio <= target : ratio >= target;

/** Every answer was a good one. */
const hasOnlyGoodStatuses = ({ sides }: Comparison) =>
  sides.every(({ statuses }) => Object.keys(statuses).every((status) => /^[23]/.test(status)));
