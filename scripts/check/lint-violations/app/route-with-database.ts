// caught by noRestrictedImports: a route knows no database
import { db } from "@/lib/database/client";

export const GET = async () => Response.json(await db().comment.count());
