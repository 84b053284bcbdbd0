// caught by plugin: Only queries, writes and commands know the database.
import { db } from "@/lib/database/client";

export const GET = () => db();
