import { join } from "node:path";
import { buildSync } from "esbuild";

/**
 * Makes the scripts that our own pages carry and that use code of lib: enhance/write.ts becomes public/enhance/write.js, puzzle.ts puzzle.js.
 * Those that need nothing of lib are written in public/enhance as they are served.
 */
export function bundleEnhance(): void {
  buildSync({
    entryPoints: ["write.ts", "puzzle.ts"].map((name) => join("enhance", name)),
    outdir: join("public", "enhance"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020", // what an older phone cannot read becomes something that it can, or that fails by itself
    charset: "utf8",
    logLevel: "error",
  });
}
