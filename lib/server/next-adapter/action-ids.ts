import { readFileSync } from "node:fs";
import { join } from "node:path";

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

/** The ids that the build in `nextDir` gave to server actions, by "(group)/path/actions.ts#name" under app/. */
export function readActionIds(nextDir: string): Map<string, string> {
  const file = join(nextDir, "server", "server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename.replace(/^app\//, "")}#${exportedName}`,
      id,
    ]),
  );
}
