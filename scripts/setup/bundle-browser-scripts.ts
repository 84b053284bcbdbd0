import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";

const options: BuildOptions = {
  outdir: join("public", "browser"),
  bundle: true,
  minify: true,
  target: "es2020", // what an older phone cannot read becomes something that it can, or that fails by itself
  charset: "utf8",
  logLevel: "error",
};
// what is imported while the page is used stays an import, of the module's own address
const importedLater = {
  alias: { "@/browser/identifying-details": "/browser/identifying-details.js" },
  external: ["/browser/*"],
};
const inBrowserFolder = (...names: string[]) => names.map((name) => join("browser", name));

/**
 * Makes the scripts that our own pages carry and that use code of lib: browser/writing-form.ts becomes
 * public/browser/writing-form.js, and so on. What writing-form.js imports when somebody types is a module by itself.
 * Those that need nothing of lib are written in public/browser as they are served.
 */
export function bundleBrowserScripts(): void {
  buildSync({
    ...options,
    ...importedLater,
    entryPoints: inBrowserFolder(
      "writing-form.ts",
      "proof-of-work.ts",
      "reactions.ts",
      "remember-place.ts",
      "session-warning.ts",
    ),
    format: "iife",
  });
  buildSync({ ...options, entryPoints: inBrowserFolder("identifying-details.ts"), format: "esm" });
}
