import type { Comparison, Results } from "@/scripts/bench/comparisons";
import { growthWanted } from "@/scripts/bench/list-growth";

const weightLimit = 120 * 1024;

/** Prints the tables. @returns whether everything is as it should be */
export function print({ comparisons, growth, weight }: Results): boolean {
  const say = (line = "") => process.stdout.write(`${line}\n`);
  for (const { what, sides, ratio, note, ...rest } of comparisons) {
    say(`\n${what}`);
    say(
      `  ${"".padEnd(18)}${["a second", "p50 ms", "p99 ms", "CPU ms"].map((head) => head.padStart(10)).join("")}  answers`,
    );
    for (const side of sides) {
      const figures = [side.perSecond.toFixed(0), side.p50.toFixed(2), side.p99.toFixed(2), side.cpu.toFixed(3)];
      const answers = Object.entries(side.statuses).map(([status, n]) => `${status}: ${n}`);
      say(`  ${side.name.padEnd(18)}${figures.map((figure) => figure.padStart(10)).join("")}  ${answers.join(", ")}`);
    }
    say(
      `  ratio ${ratio.toFixed(3)}, wanted ${rest.atMost ? "at most" : "at least"} ${rest.wanted}: ${isRight({ ratio, ...rest }) ? "yes" : "NO"}`,
    );
    if (note) say(`  ${note}`);
  }
  say("\nmilliseconds with 1,000 and with 100,000 comments, without HTTP");
  for (const { what, few, many, ratio } of growth) {
    const figures = [few.toFixed(2), many.toFixed(2), ratio.toFixed(2)].map((figure) => figure.padStart(10)).join("");
    say(`  ${what.padEnd(42)}${figures}  ${ratio <= growthWanted ? "yes" : "NO"}`);
  }
  const accepted = growth.at(-1);
  if (accepted) say(`  ${(1000 / accepted.many).toFixed(0)} reactions are accepted a second with 100,000 comments`);
  const { html, css, scripts, fonts } = weight;
  const light = html + css + scripts < weightLimit;
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  say(
    `\nwhat a reader loads for that thread, gzipped: HTML ${kilobytes(html)}, CSS ${kilobytes(css)}, JavaScript ${kilobytes(scripts)} (typeface ${kilobytes(fonts)})`,
  );
  say(`  HTML, CSS and JavaScript ${kilobytes(html + css + scripts)}, wanted under 120 kB: ${light ? "yes" : "NO"}`);
  const isSteady = growth.every(({ ratio }) => ratio <= growthWanted);
  return light && isSteady && comparisons.every((comparison) => isRight(comparison) && allRight(comparison));
}

const isRight = ({ ratio, wanted, atMost }: Pick<Comparison, "ratio" | "wanted" | "atMost">) =>
  atMost ? ratio <= wanted : ratio >= wanted;

/** Every answer was a good one. */
const allRight = ({ sides }: Comparison) =>
  sides.every(({ statuses }) => Object.keys(statuses).every((status) => /^[23]/.test(status)));
