import { allValues } from "@/lib/summaries/disclosure/table-family";
import type { AuditModel } from "./audit-model";

/**
 * The symmetry class of each cell. If two districts (of the same LEPs), two sectors or two themes have equal bounds and
 * figures in all of their cells, exchanging them keeps every constraint, so a count that is feasible in a cell is
 * feasible in its entire class. Most districts, sectors and themes have no members and are equal in this sense.
 * @param suppressed indices of cells that the search has suppressed
 */
export function symmetryClasses(
  { cells, lower, upper, leps, publicCounts }: AuditModel,
  suppressed: ReadonlySet<number>,
): Int32Array {
  const signatures = classNumbers(
    cells.map(
      (cell, i) =>
        `${lower[i]} ${upper[i]} ${suppressed.has(i) ? "suppressed" : cell.isSecondary ? "secondary" : cell.shown} ${cell.drift > 0} ${publicCounts[i]}`,
    ),
  );
  const lines = {
    theme: new Map<string, number[]>(),
    sector: new Map<string, number[]>(),
    place: new Map<string, number[]>(),
  };
  const addSignature = (line: Map<string, number[]>, name: string, signature: number) => {
    const seenSignatures = line.get(name);
    if (seenSignatures) seenSignatures.push(signature);
    else line.set(name, [signature]);
  };
  cells.forEach(({ cell: { theme, sector, place } }, i) => {
    const signature = signatures[i] as number;
    addSignature(lines.theme, theme, signature);
    addSignature(lines.sector, sector, signature);
    addSignature(lines.place, placeName(place), signature);
  });
  const classKeys = (line: Map<string, number[]>, fixedKey: (name: string) => string) =>
    new Map([...line].map(([name, seenSignatures]) => [name, `${fixedKey(name)} ${seenSignatures.join()}`]));
  const totalKey = (name: string) => (name === allValues ? allValues : "");
  const themes = classKeys(lines.theme, totalKey);
  const sectors = classKeys(lines.sector, totalKey);
  const places = classKeys(lines.place, (name) => leps.get(name)?.join() ?? name);
  const [themeClass, sectorClass, placeClass] = [themes, sectors, places].map(classNumbersByName) as ClassMaps;
  return classNumbers(
    cells.map(
      ({ cell: { theme, sector, place } }) =>
        `${themeClass.get(theme)} ${sectorClass.get(sector)} ${placeClass.get(placeName(place))}`,
    ),
  );
}

type ClassMaps = [Map<string, number>, Map<string, number>, Map<string, number>];

function placeName(place: { district: string } | { lep: string }): string {
  return "lep" in place ? `lep:${place.lep}` : place.district;
}

/** Equal keys get equal numbers, from 0. */
function classNumbers(keys: string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(keys, (key) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

function classNumbersByName(keys: Map<string, string>): Map<string, number> {
  const numbers = classNumbers([...keys.values()]);
  return new Map([...keys.keys()].map((name, i) => [name, numbers[i] as number]));
}
