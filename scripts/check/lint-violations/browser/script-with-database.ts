// caught by noRestrictedImports
import { db } from "@/lib/database/client";

export const all = () => db();
