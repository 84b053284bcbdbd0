import { type Parameters, standard } from "@/lib/summaries/disclosure/parameters";
import { makeRelease, type Release } from "@/lib/summaries/disclosure/release";
import { attack, type Findings } from "./attack";
import { makeScene, memberships, type Person, type Scene, sectors, themes } from "./scenes";

export type Setting = "everything on" | "noise off" | "gate off" | "threshold off";
/** Proven and true, over all seeds; wrong: proven but not true, a fault of the attacker. shown: figures shown. */
export type Score = {
  setting: Setting;
  seeds: number;
  releases: number;
  exact: number;
  changes: number;
  narrow: number;
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
  "threshold off": { ...standard, threshold: 0 },
};

/**
 * Releases a scene week by week. The audit goes on believing in the standard noise and gate, so that switching one
 * protection off changes nothing else.
 */
export async function releaseScene(scene: Scene, setting: Setting): Promise<Release[]> {
  const parameters = off[setting];
  const believed = { ...parameters, noise: standard.noise };
  const made: Release[] = [];
  for (const contributors of scene.weeks) {
    const previous = made.at(-1)?.state;
    made.push(
      await makeRelease({
        family: { themes, sectors, memberships },
        secret: "drill",
        contributors,
        previous,
        parameters,
        believed,
      }),
    );
  }
  return made;
}

/** Attacks one scene and marks the attacker's claims against the truth. */
export async function scoreScene(scene: Scene, setting: Setting): Promise<Score> {
  const made = await releaseScene(scene, setting);
  const weekOf = new Map(made.map(({ published }, week) => [published.release, week]).reverse() as [number, number][]);
  const published = made.map((release) => release.published).filter(({ leps }) => Object.keys(leps).length > 0);
  const findings = await attack(JSON.parse(JSON.stringify(published)) as unknown[]);
  const people = (release: number, cell: string) => inCell(scene.weeks[weekOf.get(release) ?? 0] ?? [], cell);
  const counts = mark(findings, people);
  const figures = published.flatMap(({ leps }) => Object.values(leps).flat());
  return {
    setting,
    seeds: 1,
    releases: published.length,
    ...counts,
    shown: figures.filter(({ count }) => count !== null).length,
    hidden: made.reduce((sum, { hidden }) => sum + hidden.length, 0),
    figures: figures.length,
  };
}

function mark({ exact, narrow, changes }: Findings, people: (release: number, cell: string) => Set<number>) {
  const isTrue = ({ release, cell, low, high }: Findings["exact"][number]) => {
    const { size } = people(release, cell);
    return size >= low && size <= high;
  };
  const smallChange = ({ from, to, cell }: Findings["changes"][number]) => {
    const [a, b] = [people(from, cell), people(to, cell)];
    return differing(a, b);
  };
  const changed = changes.map(smallChange);
  return {
    exact: exact.filter(isTrue).length,
    narrow: narrow.filter(isTrue).length,
    changes: changed.filter((size) => size >= 1 && size < 5).length,
    wrong: [...exact, ...narrow].filter((claim) => !isTrue(claim)).length + changed.filter((size) => size === 0).length,
  };
}

function differing(a: Set<number>, b: Set<number>): number {
  return [...a].filter((key) => !b.has(key)).length + [...b].filter((key) => !a.has(key)).length;
}

/** The truth that the attacker does not have. */
function inCell(people: Person[], cell: string): Set<number> {
  const [theme = "", sector = "", place = ""] = cell.split("|");
  const inPlace = (district: string) =>
    place === `district:${district}` ||
    memberships.some((row) => row.district === district && place === `lep:${row.lep}`);
  const inside = people.filter(
    (person) =>
      (theme === "any" || person.themes.includes(theme)) &&
      (sector === "all" || person.sector === sector) &&
      inPlace(person.district),
  );
  return new Set(inside.map(({ key }) => key));
}

/** The drill: every setting on so many seeded histories of so many releases. Print `table`. */
export async function runAttackDrill(
  seeds = 20,
  releases = 6,
  onSeed: (line: string) => void = () => {},
): Promise<Report> {
  const scores: Score[] = [];
  for (const setting of Object.keys(off) as Setting[]) {
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
  const columns = [
    "setting",
    "seeds",
    "releases",
    "exact",
    "changes",
    "narrow",
    "wrong",
    "shown",
    "hidden",
    "figures",
  ] as const;
  const rows = [columns.map(String), ...scores.map((score) => columns.map((column) => String(score[column])))];
  return rows.map((row) => row.map((text, i) => text.padEnd(i === 0 ? 16 : 10)).join("")).join("\n");
}
