// caught by plugin: A schema imports zod and pure files only
import { db } from "@/lib/database/client";

export const schema = db;
