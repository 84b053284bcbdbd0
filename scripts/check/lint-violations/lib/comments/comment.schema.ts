// caught by noRestrictedImports: a pure file reads nothing
import { db } from "@/lib/database/client";

export const schema = db;
