import { join } from "node:path";
import { buildSync } from "esbuild";

/**
 * Makes the scripts that our own pages carry and that use code of lib: browser/writing-form.ts becomes public/browser/writing-form.js, and proof-of-work.ts the same.
 * Those that need nothing of lib are written in public/browser as they are served.
 */
export function bundleBrowserScripts(): void {
  buildSync({
    entryPoints: ["writing-form.ts", "proof-of-work.ts"].map((name) => join("browser", name)),
    outdir: join("public", "browser"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020", // what an older phone cannot read becomes something that it can, or that fails by itself
    charset: "utf8",
    logLevel: "error",
  });
}
