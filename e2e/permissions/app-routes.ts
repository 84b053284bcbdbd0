import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every page and route under app/, and every action that a browser can post to, as e2e/permissions/entries/ names them. */
export function listRoutes(folder = "app", within = ""): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within ? `${within}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return listRoutes(folder, path);
    if (/^(page|route)\.tsx?$/.test(entry.name)) return [path];
    if (!/\.tsx?$/.test(entry.name) || entry.name.endsWith(".test.ts")) return [];
    const text = readFileSync(join(folder, path), "utf8");
    return /^\s*["']use server["']/.test(text) ? exportsOf(text).map((name) => `${path}#${name}`) : [];
  });
}

const exportsOf = (text: string) =>
  [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name = ""]) => name);
