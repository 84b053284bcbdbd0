import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { expect, test } from "vitest";

// In a fresh clone nothing is generated yet: a command that imports what it is to generate first does not even start.
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const commands = Object.entries(scripts).flatMap(
  ([name, line]) => /scripts\/\S+\.ts/.exec(line)?.map((path) => [name, path]) ?? [],
);

/** All files that are read before the first line runs. */
function eagerImports(inputs: Metafile["inputs"], path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const one of inputs[path]?.imports ?? [])
    if (one.kind === "import-statement") eagerImports(inputs, one.path, seen);
  return seen;
}

test.each([...commands, ["the journeys' server", "e2e/support/serve.ts"]])(
  "%s starts before anything is generated",
  async (_name, path = "") => {
    const { metafile } = await build({
      entryPoints: [path],
      bundle: true,
      write: false,
      metafile: true,
      splitting: true,
      outdir: "nowhere",
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "silent",
    });
    const read = [...eagerImports(metafile.inputs, path)];
    expect(read).toContain(path);
    expect(read.filter((file) => file.startsWith(join("prisma", "generated")))).toEqual([]);
  },
);
