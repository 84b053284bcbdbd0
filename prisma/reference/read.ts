import { readFileSync } from "node:fs";

/**
 * The records of one reference file, each with the fields of its model. Files are read from this folder, so that scripts
 * and tests need no bundler.
 * @param name of the file without ".json", for example "bodies"
 * @throws Error when there is no such file
 */
export function readReference<Record>(name: string): Record[] {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8")) as Record[];
}
