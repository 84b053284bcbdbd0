// caught by noRestrictedImports: a pure file leans on no library
import { readFileSync } from "node:fs";

export const rules = readFileSync;
