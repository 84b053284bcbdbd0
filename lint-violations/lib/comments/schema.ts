// caught by noRestrictedImports: a pure file reads nothing
import { db } from "@/lib/db";

export const schema = db;
