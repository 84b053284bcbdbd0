import { type Parameters, standard } from "@/lib/summaries/disclosure/parameters";
import { makeRelease, type Release } from "@/lib/summaries/disclosure/release";
import { attack, type Findings } from "./attack";
import { inCell, makeScene, memberships, type Scene, sectors, themes } from "./scenarios";

export const settings = ["everything on", "noise off", "gate off", "draw off", "threshold off"] as const;
export type Setting = (typeof settings)[number];
/**
 * Proven and true, over all seeds. changes: proven joins and departures among fewer than five. crowds: proven changes of
 * five or more, which the gate allows. wrong: proven but not true, a fault of the attacker.
 */
export type Score = {
  setting: Setting;
  seeds: number;
  releases: number;
  exact: number;
  narrow: number;
  changes: number;
  crowds: number;
  wrong: number;
  shown: number;
  hidden: number;
  figures: number;
};
export type Report = { scores: Score[]; table: string };

const off: Record<Setting, Parameters> = {
  "everything on": standard,
  "noise off": { ...standard, noise: [[0, 10]] },
  "gate off": { ...standard, gate: 1, drawOneIn: 1, newContributors: 1 },
  "draw off": { ...standard, drawOneIn: 1 },
  "threshold off": { ...standard, threshold: 0 },
};

/** A change among fewer people than this points at a person. */
const crowd = 5;

/**
 * Releases a scene week by week. The audit goes on believing in the standard noise, so that switching it off changes
 * nothing else.
 */
export async function releaseScene({ weeks }: Scene, setting: Setting): Promise<Release[]> {
  const parameters = off[setting];
  const fixed = {
    family: { themes, sectors, memberships },
    secret: "drill",
    parameters,
    believed: { ...parameters, noise: standard.noise },
  };
  const made: Release[] = [];
  for (const contributors of weeks) {
    made.push(await makeRelease({ ...fixed, contributors, previous: made.at(-1)?.state }));
  }
  return made;
}

/** Attacks one scene and marks the attacker's claims against the truth. */
export async function scoreScene(scene: Scene, setting: Setting): Promise<Score> {
  const made = await releaseScene(scene, setting);
  const outs = made.flatMap(({ published }, week) =>
    Object.keys(published.leps).length > 0 ? [{ published, week }] : [],
  );
  const published = outs.map((out) => out.published);
  const findings = await attack(JSON.parse(JSON.stringify(published)) as unknown[]);
  const figures = published.flatMap(({ leps }) => Object.values(leps).flat());
  const weeks = outs.map(({ week }) => week);
  const place = new Map(published.map(({ release }, i) => [release, i]));
  const people = (release: number, back: number, cell: string) =>
    inCell(scene.weeks[weeks[(place.get(release) ?? 0) - back] ?? 0] ?? [], cell);
  return {
    setting,
    seeds: 1,
    releases: published.length,
    ...mark(findings, people),
    shown: figures.filter(({ count }) => count !== null).length,
    hidden: made.reduce((sum, { hidden }) => sum + hidden.length, 0),
    figures: figures.length,
  };
}

/** people: who was in a cell at a release, or so many releases before it. */
function mark(
  { exact, narrow, proven }: Findings,
  people: (release: number, back: number, cell: string) => Set<number>,
) {
  const isTrue = ({ release, cell, low, high }: Findings["exact"][number]) => {
    const { size } = people(release, 0, cell);
    return size >= low && size <= high;
  };
  const truth = proven.map(({ release, cell, what, least }) => {
    const [before, now] = [people(release, 1, cell), people(release, 0, cell)];
    const joined = [...now].filter((key) => !before.has(key)).length;
    const left = [...before].filter((key) => !now.has(key)).length;
    const size = what === "join" ? joined : what === "departure" ? left : joined + left;
    return { isTrue: size >= least, isCrowd: joined + left >= crowd };
  });
  return {
    exact: exact.filter(isTrue).length,
    narrow: narrow.filter(isTrue).length,
    changes: truth.filter((one) => one.isTrue && !one.isCrowd).length,
    crowds: truth.filter((one) => one.isTrue && one.isCrowd).length,
    wrong: [...exact, ...narrow].filter((claim) => !isTrue(claim)).length + truth.filter((one) => !one.isTrue).length,
  };
}

/** Some settings on so many seeded histories of so many releases. Print `table`. */
export async function runAttackDrill(
  seeds = 20,
  releases = 6,
  chosen: readonly Setting[] = settings,
  onSeed: (line: string) => void = () => {},
): Promise<Report> {
  const scores: Score[] = [];
  for (const setting of chosen) {
    let sum: Score | undefined;
    for (let seed = 1; seed <= seeds; seed++) {
      const score = await scoreScene(makeScene(seed, releases), setting);
      sum = sum ? add(sum, score) : score;
      onSeed(`${setting}: seed ${seed} of ${seeds}`);
    }
    if (sum) scores.push(sum);
  }
  return { scores, table: tableOf(scores) };
}

function add(a: Score, b: Score): Score {
  const sum = { ...a };
  for (const key of Object.keys(a) as (keyof Score)[]) if (key !== "setting") sum[key] = a[key] + b[key];
  return sum;
}

function tableOf(scores: Score[]): string {
  const columns = Object.keys(scores[0] ?? {}) as (keyof Score)[];
  const rows = [columns.map(String), ...scores.map((score) => columns.map((column) => String(score[column])))];
  return rows.map((row) => row.map((text, i) => text.padEnd(i === 0 ? 16 : 10)).join("")).join("\n");
}
