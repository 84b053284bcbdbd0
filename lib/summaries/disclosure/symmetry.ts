import type { Model } from "./audit-model";
import { every } from "./table-family";

/**
 * For each cell the number of its kind. Where two districts (of the same LEPs), two sectors or two themes look alike in
 * every one of their cells, a reader can exchange one for the other and every rule still holds: so what is possible in
 * a cell is possible in all of its kind. Most districts, sectors and themes are silent, and so alike.
 * hidden: cells that are hidden besides.
 */
export function kindsOf({ cells, lower, upper, leps }: Model, hidden: ReadonlySet<number>): Int32Array {
  const looks = numbered(
    cells.map(
      (cell, i) =>
        `${lower[i]} ${upper[i]} ${hidden.has(i) ? "hidden" : cell.hidden ? "was" : cell.shown} ${cell.drift > 0}`,
    ),
  );
  const lines = {
    theme: new Map<string, number[]>(),
    sector: new Map<string, number[]>(),
    place: new Map<string, number[]>(),
  };
  const note = (line: Map<string, number[]>, name: string, look: number) => {
    const seen = line.get(name);
    if (seen) seen.push(look);
    else line.set(name, [look]);
  };
  cells.forEach(({ cell: { theme, sector, place } }, i) => {
    const look = looks[i] as number;
    note(lines.theme, theme, look);
    note(lines.sector, sector, look);
    note(lines.place, nameOf(place), look);
  });
  const alike = (line: Map<string, number[]>, fixed: (name: string) => string) =>
    new Map([...line].map(([name, seen]) => [name, `${fixed(name)} ${seen.join()}`]));
  const total = (name: string) => (name === every ? every : "");
  const themes = alike(lines.theme, total);
  const sectors = alike(lines.sector, total);
  const places = alike(lines.place, (name) => leps.get(name)?.join() ?? name);
  const [themeKind, sectorKind, placeKind] = [themes, sectors, places].map(numberedValues) as Kinds;
  return numbered(
    cells.map(
      ({ cell: { theme, sector, place } }) =>
        `${themeKind.get(theme)} ${sectorKind.get(sector)} ${placeKind.get(nameOf(place))}`,
    ),
  );
}

type Kinds = [Map<string, number>, Map<string, number>, Map<string, number>];

function nameOf(place: { district: string } | { lep: string }): string {
  return "lep" in place ? `lep:${place.lep}` : place.district;
}

/** Equal words get equal numbers, from 0. */
function numbered(words: string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(words, (word) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
}

function numberedValues(words: Map<string, string>): Map<string, number> {
  const numbers = numbered([...words.values()]);
  return new Map([...words.keys()].map((name, i) => [name, numbers[i] as number]));
}
