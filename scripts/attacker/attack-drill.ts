import { type MethodParameters, standardParameters } from "@/lib/summaries/disclosure/parameters";
import { makeRelease, type Release } from "@/lib/summaries/disclosure/release";
import { attack, type Findings } from "./attack";
import { makeScenario, memberships, peopleInCell, type Scenario, sectors, themes } from "./scenarios";

export const defenceSettings = ["everything on", "noise off", "gate off", "draw off", "threshold off"] as const;
export type DefenceSetting = (typeof defenceSettings)[number];
/**
 * Counts of proven claims that are true, over all seeds. `changes`: joins and departures among fewer than five people.
 * `crowds`: among five or more, which the gate allows. `wrong`: claims that are not true, a fault of the attacker.
 */
export type Score = {
  setting: DefenceSetting;
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
export type DrillReport = { scores: Score[]; table: string };

const parametersBySetting: Record<DefenceSetting, MethodParameters> = {
  "everything on": standardParameters,
  "noise off": { ...standardParameters, noise: [[0, 10]] },
  "gate off": { ...standardParameters, gate: 1, drawOneIn: 1, newContributors: 1 },
  "draw off": { ...standardParameters, drawOneIn: 1 },
  "threshold off": { ...standardParameters, threshold: 0 },
};

/** A change among fewer people than this can identify one of them. */
const crowdSize = 5;

/**
 * Makes the releases of a scenario, week by week. The audit always assumes the standard noise, so that switching it off
 * changes nothing else.
 */
export async function releaseScenario({ weeks }: Scenario, setting: DefenceSetting): Promise<Release[]> {
  const parameters = parametersBySetting[setting];
  const baseInput = {
    family: { themes, sectors, memberships },
    secret: "drill",
    parameters,
    auditParameters: { ...parameters, noise: standardParameters.noise },
  };
  const releases: Release[] = [];
  for (const contributors of weeks) {
    releases.push(await makeRelease({ ...baseInput, contributors, previous: releases.at(-1)?.state }));
  }
  return releases;
}

/** Attacks one scenario and compares the attacker's claims with the truth. */
export async function scoreScenario(scenario: Scenario, setting: DefenceSetting): Promise<Score> {
  const releases = await releaseScenario(scenario, setting);
  const publishedWeeks = releases.flatMap(({ published }, week) =>
    Object.keys(published.leps).length > 0 ? [{ published, week }] : [],
  );
  const published = publishedWeeks.map((week) => week.published);
  const findings = await attack(JSON.parse(JSON.stringify(published)) as unknown[]);
  const figures = published.flatMap(({ leps }) => Object.values(leps).flat());
  const weeks = publishedWeeks.map(({ week }) => week);
  const indexByRelease = new Map(published.map(({ release }, i) => [release, i]));
  const people = (release: number, back: number, cell: string) =>
    peopleInCell(scenario.weeks[weeks[(indexByRelease.get(release) ?? 0) - back] ?? 0] ?? [], cell);
  return {
    setting,
    seeds: 1,
    releases: published.length,
    ...scoreClaims(findings, people),
    shown: figures.filter(({ count }) => count !== null).length,
    hidden: releases.reduce((sum, { suppressions }) => sum + suppressions.length, 0),
    figures: figures.length,
  };
}

/** @param people the members of a cell at a release, or `back` releases before it */
function scoreClaims(
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
    return { isTrue: size >= least, isCrowd: joined + left >= crowdSize };
  });
  return {
    exact: exact.filter(isTrue).length,
    narrow: narrow.filter(isTrue).length,
    changes: truth.filter(({ isTrue, isCrowd }) => isTrue && !isCrowd).length,
    crowds: truth.filter(({ isTrue, isCrowd }) => isTrue && isCrowd).length,
    wrong:
      [...exact, ...narrow].filter((claim) => !isTrue(claim)).length + truth.filter((claim) => !claim.isTrue).length,
  };
}

/** Scores each setting over seeded histories. @returns `table`: for printing */
export async function runAttackDrill(
  seeds = 20,
  releases = 6,
  chosen: readonly DefenceSetting[] = defenceSettings,
  onSeed: (line: string) => void = () => {},
): Promise<DrillReport> {
  const scores: Score[] = [];
  for (const setting of chosen) {
    let sum: Score | undefined;
    for (let seed = 1; seed <= seeds; seed++) {
      const score = await scoreScenario(makeScenario(seed, releases), setting);
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
