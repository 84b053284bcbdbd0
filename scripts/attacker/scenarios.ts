/** A person in a synthetic history. */
export type Person = { key: number; district: string; sector: string; themes: string[] };
/** The people who take part at each release; a person keeps their key, district and sector, and may add themes. */
export type Scenario = { weeks: Person[][] };

export const themes = ["buses", "care", "pay", "skills"];
export const sectors = ["care", "making", "retail", "transport"];
/** Two LEPs; Middle and Moor are in both. */
export const memberships = [
  ["ash", "north"],
  ["birch", "north"],
  ["middle", "north"],
  ["moor", "north"],
  ["middle", "south"],
  ["moor", "south"],
  ["oak", "south"],
  ["pine", "south"],
].map(([district = "", lep = ""]) => ({ district, lep }));
const districts = ["ash", "birch", "middle", "moor", "oak", "pine"];
const chances = [0.6, 0.35, 0.25, 0.12];

/** Mulberry32: numbers in [0, 1). A copy of the service's, as the attacker imports nothing of it. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A history of joins and departures, with large and small districts and sectors, so that many cells are near 10. */
export function makeScenario(seed: number, releases = 6): Scenario {
  const random = seededRandom(seed);
  const pick = <T>(list: T[], skew: number): T => list[Math.floor(random() ** skew * list.length)] as T;
  let people: Person[] = [];
  const weeks: Person[][] = [];
  for (let week = 0; week < releases; week++) {
    people = people.filter(() => random() > 0.06);
    const joining = week === 0 ? 140 : 25 + Math.floor(random() * 30);
    for (let i = 0; i < joining; i++) {
      const wrote = themes.filter((_, t) => random() < (chances[t] ?? 0));
      people.push({
        key: Math.floor(random() * 2 ** 32),
        district: pick(districts, 1.4),
        sector: pick(sectors, 1.6),
        themes: wrote.length > 0 ? wrote : ["pay"],
      });
    }
    weeks.push([...people]);
  }
  return { weeks };
}

/** The members of a cell: the truth, which the attacker does not have. */
export function peopleInCell(people: Person[], cell: string): Set<number> {
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
