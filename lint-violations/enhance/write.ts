// caught by noRestrictedImports
import { db } from "@/lib/db";

export const all = () => db();
